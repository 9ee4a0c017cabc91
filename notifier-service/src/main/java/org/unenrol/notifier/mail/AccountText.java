package org.unenrol.notifier.mail;

import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.wording.Messages;

/**
 * The words that somebody is told of an account.
 *
 * @param text what the link is for
 * @param button what it is called
 * @param note what to know besides
 */
record AccountText(String headline, String text, String button, String note) {

    static AccountText of(QueuedMail.Kind kind, QueuedMail.Access access, Messages messages) {
        String about =
                switch (kind) {
                    case ACCOUNT_INVITATION -> "mail.invitation.";
                    case ACCOUNT_FACTOR_ADDED -> "mail.factor-added.";
                    case ACCOUNT_FACTOR_REMOVED -> "mail.factor-removed.";
                    default -> "mail.new-password.";
                };
        return new AccountText(
                messages.text(about + "headline"),
                messages.text(about + "text", OneLine.of(access.username())),
                messages.text(about + "button"),
                messages.text(about + "note"));
    }
}
