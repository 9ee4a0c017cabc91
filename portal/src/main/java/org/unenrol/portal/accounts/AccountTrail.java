package org.unenrol.portal.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unenrol.account.AccountAdministration;
import org.unenrol.account.AccountAdministration.Result;
import org.unenrol.account.AccountDetails;
import org.unenrol.account.AccountEntry;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;

/** Changes of accounts, each with its entry in the audit trail. */
@Component
class AccountTrail {

    private final AccountAdministration administration;
    private final AuditTrail trail;

    AccountTrail(AccountAdministration administration, AuditTrail trail) {
        this.administration = administration;
        this.trail = trail;
    }

    Result change(AccountEntry known, AccountForm written) {
        AccountDetails details = written.details();
        AuditEvent event =
                about(AuditKind.ACCOUNT_CHANGED, known)
                        .with(AuditDetail.ROLE_BEFORE, known.role())
                        .with(AuditDetail.ROLE, details.role())
                        .with(AuditDetail.AREAS_BEFORE, String.join(", ", known.areas()))
                        .with(
                                AuditDetail.AREAS,
                                String.join(", ", written.areaSet().stream().sorted().toList()));
        return trail.record(
                () -> administration.change(known.id(), details, written.areaSet()),
                result -> ifDone(result, event));
    }

    Result disable(AccountEntry known) {
        return trail.record(
                () -> administration.disable(known.id()),
                result -> ifDone(result, about(AuditKind.ACCOUNT_DISABLED, known)));
    }

    void enable(AccountEntry known) {
        trail.record(
                () -> administration.enable(known.id()), about(AuditKind.ACCOUNT_ENABLED, known));
    }

    private static @Nullable AuditEvent ifDone(Result result, AuditEvent event) {
        return result == Result.DONE ? event : null;
    }

    private static AuditEvent about(AuditKind kind, AccountEntry known) {
        return AuditEvent.of(kind).about(known.id()).with(AuditDetail.ACCOUNT, known.username());
    }
}
