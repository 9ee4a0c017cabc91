package org.unenrol.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ImportState;

/** The imports that there have been, of all administrators. */
public final class ImportHistory {

    private final JdbcClient jdbc;

    public ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the history, newest first.
     *
     * @param after the sequence of the last import of the page before, or null for the first page
     */
    public List<Import> page(HistoryFilter filter, @Nullable Long after, int limit) {
        ImportState state = filter.state();
        return jdbc.sql(
                        ImportRows.SELECT
                                + """
                                where (:state::text is null or p.state = :state)
                                  and (:submittedBy::text is null or i.submitted_by = :submittedBy)
                                  and (:source::text is null or i.source = :source)
                                  and (:after::bigint is null or i.sequence < :after)
                                order by i.sequence desc
                                limit :limit
                                """)
                .param("state", state == null ? null : state.name())
                .param("submittedBy", filter.submittedBy())
                .param("source", filter.source())
                .param("after", after)
                .param("limit", limit)
                .query(new ImportRows())
                .list();
    }

    /** Everybody who has submitted an import, by name, with the latest of their addresses. */
    public List<Submitter> submitters() {
        return jdbc.sql(
                        """
                        select distinct on (submitter_name, submitted_by)
                            submitted_by as username, submitter_name as name, submitter_email as email, language,
                            null::text as source
                        from imports.import
                        order by submitter_name, submitted_by, sequence desc
                        """)
                .query(Submitter.class)
                .list();
    }

    /**
     * Tells whether this person has verified these very bytes in the last day, by the database's
     * clock, with a row that was ready at the end.
     */
    public boolean hasVerified(String username, String sha256) {
        return jdbc.sql(
                        """
                        select exists (
                            select from imports.import i
                            join imports.progress p on p.import_id = i.id
                            join imports.outcome_count c on c.import_id = i.id
                            where i.sha256 = :sha256 and i.submitted_by = :username
                              and i.mode = 'VERIFY_ONLY' and p.state = 'COMPLETED'
                              and p.completed_at > now() - interval '1 day'
                              and c.code in ('READY', 'READY_COMPLETION_KEPT') and c.rows > 0)
                        """)
                .param("sha256", sha256)
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    /** The import for which this person has used an idempotency key. */
    public Optional<UUID> ofKey(String username, String key) {
        return jdbc.sql(
                        """
                        select import_id from imports.idempotency_key
                        where submitted_by = :username and key = :key
                        """)
                .param("username", username)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** The newest import that applies what the given one has verified. */
    public Optional<Import> latestApplying(UUID verified) {
        return jdbc.sql(
                        ImportRows.SELECT
                                + "where i.verified_by = :id order by i.sequence desc limit 1")
                .param("id", verified)
                .query(new ImportRows())
                .optional();
    }
}
