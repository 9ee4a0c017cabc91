package org.unenrol.platform.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.platform.ImportFence;

/**
 * Fences in the journal. Batches hold a lock on their imports, shared with others; whoever closes
 * an import takes it alone. What is only intended then belongs to a row that has ended otherwise,
 * and does not count as ended.
 */
public final class JournalledImportFence implements ImportFence {

    private static final String WAIT_SHORTLY = "select set_config('lock_timeout', '2s', true)";

    private static final String WAIT_FOR_BATCHES =
            "select count(pg_advisory_xact_lock(hashtextextended(cast(:id as uuid)::text, 0)))";

    private static final String CLOSE =
            "insert into journal.fenced_import (import_id) values (:id) on conflict do nothing";

    private static final String ENDED =
            """
            select "row" from journal.entry
            where import_id = :id and state = 'SETTLED' and ended
            order by "row"
            """;

    private static final String COUNT_ENDED =
            """
            select count(*) from journal.entry
            where import_id = :id and state = 'SETTLED' and ended
            """;

    /** PostgreSQL's SQL state 55P03. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate closing;

    public JournalledImportFence(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.closing = new TransactionTemplate(transactions);
        closing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @Override
    public OptionalInt close(UUID importId) {
        try {
            return OptionalInt.of(closing.execute(transaction -> closeNow(importId)));
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private int closeNow(UUID importId) {
        jdbc.sql(WAIT_SHORTLY).query(String.class).single();
        jdbc.sql(WAIT_FOR_BATCHES).param("id", importId).query(Long.class).single();
        jdbc.sql(CLOSE).param("id", importId).update();
        return jdbc.sql(COUNT_ENDED).param("id", importId).query(Integer.class).single();
    }

    @Override
    public List<Integer> endedRows(UUID importId) {
        return jdbc.sql(ENDED).param("id", importId).query(Integer.class).list();
    }
}
