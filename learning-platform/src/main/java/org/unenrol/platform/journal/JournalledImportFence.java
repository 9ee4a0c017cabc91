package org.unenrol.platform.journal;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.fence.ImportLock;

/**
 * Fences in the journal. Batches hold a lock on their imports, shared with others; whoever closes
 * an import takes it alone. What is only intended then belongs to a row that has ended otherwise,
 * and does not count as ended.
 */
public final class JournalledImportFence implements ImportFence {

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

    private final JdbcClient jdbc;
    private final ImportLock lock;

    public JournalledImportFence(JdbcClient jdbc, PlatformTransactionManager transactions) {
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
}
