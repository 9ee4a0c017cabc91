package org.unenrol.ledger.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.event.WebhookEvents;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.model.Mode;

/** Requests as they stand, changed within a transaction of the caller's. */
final class RequestTable {

    private static final String COLUMNS =
            "id, request_id, state, head, tail, import_id, asked_at, language";

    private final JdbcClient jdbc;
    private final WebhookEvents webhooks;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.webhooks = new WebhookEvents(jdbc);
    }

    /**
     * Finds the request, or begins it. Whoever else is at it waits for the end of the transaction.
     */
    StoredRequest lock(RequestKey key, SourceRules rules) {
        jdbc.sql(
                        """
                        insert into imports.upstream_request (source, request_id, reply_rows, language)
                        values (:source, :requestId, :replyRows, :language)
                        on conflict do nothing
                        """)
                .param("source", key.source())
                .param("requestId", key.requestId())
                .param("replyRows", rules.replyRows())
                .param("language", rules.language())
                .update();
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from imports.upstream_request
                                where source = :source and request_id = :requestId
                                for no key update
                                """)
                .param("source", key.source())
                .param("requestId", key.requestId())
                .query(StoredRequest.class)
                .single();
    }

    /** Locks those that have waited longer than the limit for the rest of their records. */
    List<StoredRequest> lockUnfinished(Duration limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from imports.upstream_request
                                where state = 'RECEIVING' and touched_at < now() - cast(:limit as interval)
                                order by touched_at
                                limit 100
                                for no key update skip locked
                                """)
                .param("limit", limit.toString())
                .query(StoredRequest.class)
                .list();
    }

    /** Brings back times of requests that a clock put back has left in the future. */
    void forgetTheFuture() {
        jdbc.sql(
                        """
                        update imports.upstream_request set touched_at = now()
                        where state = 'RECEIVING' and touched_at > now() + interval '1 minute'
                        """)
                .update();
    }

    void state(UUID id, RequestRecord received, String position) {
        jdbc.sql(
                        """
                        update imports.upstream_request
                        set head = coalesce(head, :head), tail = coalesce(tail, :tail),
                            asked_at = case when :tail::text is null then asked_at else :position end,
                            touched_at = now()
                        where id = :id
                        """)
                .param("id", id)
                .param("head", received.head())
                .param("tail", received.tail())
                .param("position", position)
                .update();
    }

    void asked(UUID id, String position) {
        jdbc.sql("update imports.upstream_request set asked_at = :position where id = :id")
                .param("id", id)
                .param("position", position)
                .update();
    }

    void begin(UUID id, Mode mode, LearnerEmails emails) {
        jdbc.sql(
                        """
                        update imports.upstream_request set mode = :mode, learner_emails = :emails
                        where id = :id
                        """)
                .param("id", id)
                .param("mode", mode.name())
                .param("emails", emails.name())
                .update();
    }

    void close(UUID id, int parts, @Nullable Integer rows) {
        jdbc.sql("update imports.upstream_request set parts = :parts, rows = :rows where id = :id")
                .param("id", id)
                .param("parts", parts)
                .param("rows", rows)
                .update();
    }

    void left(UUID id, RequestRecord.LearnerLeft learner) {
        jdbc.sql(
                        """
                        update imports.upstream_request set username = :username, send_email = :sendEmail
                        where id = :id
                        """)
                .param("id", id)
                .param("username", learner.username())
                .param("sendEmail", learner.sendEmail())
                .update();
    }

    /** Adds rows, unless the part is there. */
    void add(UUID id, int part, RowsJson rows) {
        jdbc.sql(
                        """
                        insert into imports.upstream_part (request, part, sha256, rows, names, content)
                        values (:request, :part, :sha256, :rows, :names, :content)
                        on conflict do nothing
                        """)
                .param("request", id)
                .param("part", part)
                .param("sha256", rows.sha256())
                .param("rows", rows.rows())
                .param("names", rows.names().toArray(String[]::new))
                .param("content", rows.content())
                .update();
    }

    /** The hash of the rows of a part, if it has come before. */
    Optional<String> sha256Of(UUID id, int part) {
        return jdbc.sql(
                        """
                        select sha256 from imports.upstream_part
                        where request = :request and part = :part
                        """)
                .param("request", id)
                .param("part", part)
                .query(String.class)
                .optional();
    }

    /** Sums up what has come of a request so far. */
    Received received(UUID id) {
        return jdbc.sql(
                        """
                        select q.head is not null and q.tail is not null as ends_known,
                            coalesce(q.parts, 0) as parts, coalesce(q.rows, 0) as rows,
                            q.username is not null as learner,
                            count(p.part) as parts_there, coalesce(sum(p.rows), 0) as rows_there,
                            coalesce(max(p.part), 0) as last_part,
                            coalesce(sum(octet_length(p.content)), 0) as bytes
                        from imports.upstream_request q
                        left join imports.upstream_part p on p.request = q.id
                        where q.id = :id
                        group by q.id
                        """)
                .param("id", id)
                .query(Received.class)
                .single();
    }

    void markReceived(UUID id) {
        jdbc.sql("update imports.upstream_request set state = 'RECEIVED' where id = :id")
                .param("id", id)
                .update();
    }

    /** Refuses a request as a whole, of which webhooks tell, and forgets its rows. */
    void markRefused(UUID id, String reason) {
        RequestKey refused =
                jdbc.sql(
                                """
                                update imports.upstream_request
                                set state = 'REFUSED', refusal = :reason, lease_owner = null
                                where id = :id
                                returning source, request_id
                                """)
                        .param("id", id)
                        .param("reason", reason)
                        .query(RequestKey.class)
                        .single();
        webhooks.requestRefused(refused.source(), refused.requestId(), reason);
        jdbc.sql("delete from imports.upstream_part where request = :id").param("id", id).update();
    }

    /**
     * A sum of what has come.
     *
     * @param parts how many there are to be, once the end is known
     * @param learner tells of a learner who has left: the rows are found later
     */
    record Received(
            boolean endsKnown,
            int parts,
            long rows,
            boolean learner,
            int partsThere,
            long rowsThere,
            int lastPart,
            long bytes) {}
}
