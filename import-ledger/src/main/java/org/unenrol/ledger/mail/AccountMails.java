package org.unenrol.ledger.mail;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts mails about accounts into the outbox, in the transaction of whoever makes their links. */
public final class AccountMails {

    private final JdbcClient jdbc;

    public AccountMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void queue(AccountMail mail) {
        jdbc.sql(
                        """
                        insert into imports.mail (kind, username, recipient, recipient_name, language, link)
                        values (:kind, :username, :recipient, :name, :language, :link)
                        """)
                .param("kind", mail.kind().name())
                .param("username", mail.username())
                .param("recipient", mail.recipient())
                .param("name", mail.recipientName())
                .param("language", mail.language())
                .param("link", mail.link())
                .update();
    }
}
