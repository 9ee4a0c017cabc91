package org.unenrol.portal.credentials;

import org.springframework.stereotype.Component;
import org.unenrol.account.AccountEntry;
import org.unenrol.ledger.mail.AccountMail;
import org.unenrol.ledger.mail.AccountMails;
import org.unenrol.ledger.mail.QueuedMail;

/** Tells people by mail that a second factor of theirs has come or gone, whoever did it. */
@Component
public class FactorMails {

    private final AccountMails mails;

    FactorMails(AccountMails mails) {
        this.mails = mails;
    }

    public void added(AccountEntry account) {
        queue(QueuedMail.Kind.ACCOUNT_FACTOR_ADDED, account);
    }

    public void removed(AccountEntry account) {
        queue(QueuedMail.Kind.ACCOUNT_FACTOR_REMOVED, account);
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
