package org.unenrol.platform.journal;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes, some at a time, what was found for rows of imports that were closed long ago. Their
 * fence stays: a late row of theirs ends nothing.
 */
public final class JournalPurge {

    private static final String DELETE =
            """
            delete from journal.entry where ctid = any (array(
                select entry.ctid from journal.entry
                join journal.fenced_import using (import_id)
                where fenced_at < now() - cast(:age as interval)
                limit 1000))
            """;

    private final JdbcClient jdbc;

    public JournalPurge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes some of those that are older; returns how many. */
    public int deleteOlderThan(Duration age) {
        return jdbc.sql(DELETE).param("age", age.toString()).update();
    }
}
