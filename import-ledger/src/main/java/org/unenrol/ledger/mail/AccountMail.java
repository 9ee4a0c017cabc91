package org.unenrol.ledger.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail about somebody's account.
 *
 * @param language in which to write, a tag of BCP 47; null where nobody has told
 * @param link the path of a page of the portal that lets whoever has it in
 */
public record AccountMail(
        QueuedMail.Kind kind,
        String username,
        String recipient,
        String recipientName,
        @Nullable String language,
        String link) {

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "AccountMail[" + kind + "]";
    }
}
