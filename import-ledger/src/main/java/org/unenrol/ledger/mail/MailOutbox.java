package org.unenrol.ledger.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that are due, one try at a time. A try is noted before it begins and holds the mail for a
 * while; if its sender dies, the mail becomes due again when that time is over.
 */
public final class MailOutbox {

    private final JdbcClient jdbc;
    private final Duration hold;

    /**
     * Takes how long a try holds a mail.
     *
     * @param hold longer than any try can take, by the mail server's time-outs
     */
    public MailOutbox(JdbcClient jdbc, Duration hold) {
        this.jdbc = jdbc;
        this.hold = hold;
    }

    /** Takes the next mail that is due; an import's own mail goes before its learners'. */
    public Optional<QueuedMail> take() {
        return jdbc.sql(
                        """
                        update imports.mail
                        set attempts = attempts + 1,
                            next_attempt_at = now() + cast(:duration as interval)
                        where id = (
                            select id from imports.mail
                            where state = 'QUEUED' and next_attempt_at <= now()
                            order by kind, next_attempt_at
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .param("duration", hold.toString())
                .query(MailOutbox::mail)
                .optional();
    }

    /** Marks a mail as accepted by the mail server. */
    public void sent(QueuedMail mail) {
        end(mail, "SENT", null);
    }

    /** Gives up on a mail whose recipient the mail server will never accept. */
    public void undeliverable(QueuedMail mail, String error) {
        end(mail, "UNDELIVERABLE", error);
    }

    /** Leaves a mail for another try. */
    public void retry(QueuedMail mail, Duration delay, String error) {
        jdbc.sql(
                        """
                        update imports.mail
                        set next_attempt_at = now() + cast(:duration as interval), last_error = :error
                        where id = :id and state = 'QUEUED'
                        """)
                .param("id", mail.id())
                .param("duration", delay.toMillis() / 1000.0)
                .param("error", error)
                .update();
    }

    /** Whether a mail has been due for longer than the time given. */
    public boolean isOlderThan(QueuedMail mail, Duration age) {
        return jdbc.sql(
                        """
                        select message_date < now() - cast(:duration as interval)
                        from imports.mail where id = :id
                        """)
                .param("id", mail.id())
                .param("duration", age.toString())
                .query(Boolean.class)
                .single();
    }

    /** How many mails wait, those between two tries included. */
    public int waiting() {
        return jdbc.sql("select count(*) from imports.mail where state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    private void end(QueuedMail mail, String state, @Nullable String error) {
        jdbc.sql(
                        """
                        update imports.mail set state = :state, ended_at = now(), last_error = :error
                        where id = :id and state = 'QUEUED'
                        """)
                .param("id", mail.id())
                .param("state", state)
                .param("error", error)
                .update();
    }

    private static QueuedMail mail(ResultSet row, int number) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                QueuedMail.Kind.valueOf(row.getString("kind")),
                row.getObject("import_id", UUID.class),
                row.getInt("row"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("activity_title"),
                row.getObject("message_id", UUID.class),
                row.getObject("message_date", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
