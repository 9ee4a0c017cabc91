package org.unenrol.platform.fence;

import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL's advisory lock of an import, with the key {@code hashtextextended(id, 0)}. Batches
 * with rows of it hold it shared; whoever closes the import takes it alone.
 */
public final class ImportLock {

    private static final String WAIT_SHORTLY = "select set_config('lock_timeout', '2s', true)";

    private static final String WAIT_FOR_BATCHES =
            "select count(pg_advisory_xact_lock(hashtextextended(cast(:id as uuid)::text, 0)))";

    /** PostgreSQL's SQL state 55P03. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final TransactionTemplate closing;

    public ImportLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.closing = new TransactionTemplate(transactions);
        closing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Does something in a transaction once no batch has rows of the import under way.
     *
     * @return what comes of it; empty when batches still have some after two seconds: nothing has
     *     been done then
     */
    public OptionalInt alone(UUID importId, IntSupplier action) {
        try {
            return OptionalInt.of(
                    closing.execute(
                            transaction -> {
                                jdbc.sql(WAIT_SHORTLY).query(String.class).single();
                                jdbc.sql(WAIT_FOR_BATCHES)
                                        .param("id", importId)
                                        .query(Long.class)
                                        .single();
                                return action.getAsInt();
                            }));
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }
}
