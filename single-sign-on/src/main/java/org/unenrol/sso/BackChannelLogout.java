package org.unenrol.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.account.ExternalIdentity;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;

/**
 * Ends sessions here when they end at the provider (OpenID Connect Back-Channel Logout 1.0): the
 * one that the logout token names, or all of the person. They are those in the database, whichever
 * instance has begun them.
 */
final class BackChannelLogout implements LogoutHandler {

    private final ExternalIdentities identities;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AuditTrail trail;

    BackChannelLogout(
            ExternalIdentities identities,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            AuditTrail trail) {
        this.identities = identities;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null
                && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            sessionsOf(token).stream()
                    .filter(session -> isMeant(session, token))
                    .forEach(this::end);
        }
    }

    private void end(Session session) {
        trail.record(
                AuditEvent.of(AuditKind.SESSIONS_ENDED)
                        .by(
                                session.getAttribute(
                                        FindByIndexNameSessionRepository
                                                .PRINCIPAL_NAME_INDEX_NAME)));
        sessions.deleteById(session.getId());
    }

    /** A provider that names a session need not name the person: it is looked for among all. */
    private List<? extends Session> sessionsOf(OidcLogoutToken token) {
        String issuer = token.getIssuer().toString();
        String subject = token.getSubject();
        List<String> usernames =
                subject == null
                        ? identities.usernames(issuer)
                        : identities.find(new ExternalIdentity(issuer, subject)).stream().toList();
        return usernames.stream()
                .flatMap(username -> sessions.findByPrincipalName(username).values().stream())
                .toList();
    }

    private static boolean isMeant(Session session, OidcLogoutToken token) {
        SecurityContext context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (context == null
                || context.getAuthentication() == null
                || !(context.getAuthentication().getPrincipal()
                        instanceof SingleSignOnAdministrator administrator)) {
            return false;
        }
        String named = token.getSessionId();
        boolean meansAll = named == null && token.getSubject() != null;
        String own = administrator.getIdToken().getClaimAsString("sid");
        return Objects.equals(administrator.getIssuer(), token.getIssuer())
                && (meansAll || (named != null && named.equals(own)));
    }
}
