package org.unenrol.portal.credentials;

import org.springframework.stereotype.Component;
import org.unenrol.account.AccountEntry;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.mail.AccountMail;
import org.unenrol.ledger.mail.AccountMails;
import org.unenrol.ledger.mail.QueuedMail;

/**
 * Tells people by mail that a second factor of theirs has come or gone, whoever did it, and the
 * audit trail who.
 */
@Component
public class FactorMails {

    private final AccountMails mails;
    private final AuditTrail trail;

    FactorMails(AccountMails mails, AuditTrail trail) {
        this.mails = mails;
        this.trail = trail;
    }

    public void added(AccountEntry account) {
        record(AuditKind.SECOND_FACTOR_ADDED, account);
        queue(QueuedMail.Kind.ACCOUNT_FACTOR_ADDED, account);
    }

    public void removed(AccountEntry account) {
        record(AuditKind.SECOND_FACTOR_REMOVED, account);
        queue(QueuedMail.Kind.ACCOUNT_FACTOR_REMOVED, account);
    }

    private void record(AuditKind kind, AccountEntry account) {
        trail.record(
                AuditEvent.of(kind)
                        .about(account.id())
                        .with(AuditDetail.ACCOUNT, account.username()));
    }

    private void queue(QueuedMail.Kind kind, AccountEntry account) {
        mails.queue(
                new AccountMail(
                        kind,
                        account.username(),
                        account.email(),
                        account.name(),
                        account.language(),
                        "/account"));
    }
}
