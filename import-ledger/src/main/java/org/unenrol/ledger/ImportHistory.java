package org.unenrol.ledger;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The imports that there have been: those of a person, and all of them for who may see all. */
public final class ImportHistory {

    private final JdbcClient jdbc;
    private final Imports imports;

    public ImportHistory(JdbcClient jdbc, Imports imports) {
        this.jdbc = jdbc;
        this.imports = imports;
    }

    /** The imports of which somebody may know. */
    public ImportsOf of(Viewer viewer) {
        return new ImportsOf(jdbc, imports, viewer);
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

    /**
     * The number of imports that this person has submitted and that have not ended, counted no
     * further than to this most; those of upstream systems and drop folders are not among them.
     */
    public int underWay(String username, int most) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from imports.progress p
                            join imports.import i on i.id = p.import_id
                            where p.state in ('PROCESSING', 'BUILDING_RESULTS')
                              and i.submitted_by = :username and i.source is null
                            limit :most) under_way
                        """)
                .param("username", username)
                .param("most", most)
                .query(Integer.class)
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
}
