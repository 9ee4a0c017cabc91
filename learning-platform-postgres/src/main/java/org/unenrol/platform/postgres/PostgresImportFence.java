package org.unenrol.platform.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.fence.ImportLock;

/**
 * Fences in PostgreSQL. A batch holds a lock on each of its imports, shared with other batches,
 * from before it changes anything until it commits; whoever closes an import takes that lock alone.
 * The fence itself is a row, which the statements that end or begin enrolments ask.
 */
public final class PostgresImportFence implements ImportFence {

    private static final String ENTER =
            """
            select statement_timestamp() as now, (
                select count(pg_advisory_xact_lock_shared(hashtextextended(applied.id::text, 0)))
                from unnest(cast(:imports as uuid[])) as applied (id)) as locks
            """;

    private static final String CLOSE =
            "insert into lms.fenced_import (import_id) values (:id) on conflict do nothing";

    private static final String COUNT_ENDED =
            """
            select (select count(*) from lms.enrolment where ended_by_import = :id)
                + (select count(*) from lms.enrolment where began_by_import = :id)
            """;

    private static final String ENDED =
            """
            select ended_by_row as "row" from lms.enrolment where ended_by_import = :id
            union
            select began_by_row from lms.enrolment where began_by_import = :id
            order by "row"
            """;

    private final JdbcClient jdbc;
    private final ImportLock lock;

    public PostgresImportFence(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lock = new ImportLock(jdbc, transactions);
    }

    @Override
    public OptionalInt close(UUID importId) {
        return lock.alone(importId, () -> closeNow(importId));
    }

    private int closeNow(UUID importId) {
        jdbc.sql(CLOSE).param("id", importId).update();
        return jdbc.sql(COUNT_ENDED).param("id", importId).query(Integer.class).single();
    }

    @Override
    public List<Integer> endedRows(UUID importId) {
        return jdbc.sql(ENDED).param("id", importId).query(Integer.class).list();
    }

    /**
     * Holds imports open until the transaction is over. Whether one has been closed before is seen
     * by later statements only.
     *
     * @return the present by the database's clock
     */
    Instant enter(Collection<UUID> imports) {
        return jdbc.sql(ENTER)
                .param("imports", imports.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("now", OffsetDateTime.class).toInstant())
                .single();
    }
}
