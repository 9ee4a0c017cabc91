package org.unenrol.platform.contract.memory;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with the journal. */
final class JournalDatabase {

    static final DataSource DATA_SOURCE =
            TestDatabase.start("journal", "Asia/Kathmandu").dataSource();

    static final JdbcClient JDBC = JdbcClient.create(DATA_SOURCE);

    static {
        RemotePlatformConfiguration.migrationOf(DATA_SOURCE).migrate();
    }

    private JournalDatabase() {}

    static void clear() {
        JDBC.sql("truncate journal.entry, journal.fenced_import").update();
    }
}
