package org.unenrol.portal.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.Origin;
import org.unenrol.audit.Origins;
import org.unenrol.audit.Via;

/**
 * Keeps in the audit trail who has signed in and out, and who has tried to. What somebody types as
 * a name may be a password: the trail keeps it where it is an account's, and else none.
 */
@Component
class SignInTrail {

    private final AuditTrail trail;
    private final CountedEvents counted;
    private final Origins origins;

    SignInTrail(AuditTrail trail, CountedEvents counted, Origins origins) {
        this.trail = trail;
        this.counted = counted;
        this.origins = origins;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        trail.record(AuditEvent.of(AuditKind.SIGNED_IN).by(event.getAuthentication().getName()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        trail.record(AuditEvent.of(AuditKind.SIGNED_OUT).by(event.getAuthentication().getName()));
    }

    /** A program that comes with a password; the portal's sign-in is told by itself. */
    @EventListener
    void used(AuthenticationSuccessEvent event) {
        Origin origin = origins.current();
        if (origin.via() == Via.API) {
            counted.note(
                    AuditEvent.of(AuditKind.API_USED).by(event.getAuthentication().getName()),
                    origin);
        }
    }

    /** A right password is no failure where a second factor comes next. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        AuthenticationException failure = event.getException();
        if (failure instanceof SecondFactorNeededException) {
            return;
        }
        counted.note(
                AuditEvent.of(AuditKind.SIGN_IN_FAILED)
                        .by(typed(event.getAuthentication()))
                        .with(
                                AuditDetail.REASON,
                                failure instanceof TooManyTriesException
                                        ? "too-many-tries"
                                        : "not-accepted"),
                origins.current());
    }

    private static @Nullable String typed(Authentication attempt) {
        return attempt instanceof UsernamePasswordAuthenticationToken ? attempt.getName() : null;
    }
}
