package org.unenrol.platform.contract.memory;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with the journal. */
final class JournalDatabase {

    static final TestDatabase SERVER =
            TestDatabase.start("journal", "Asia/Kathmandu")
                    .with(RemotePlatformConfiguration::migrationOf);
    static final DataSource DATA_SOURCE = SERVER.dataSource();
    static final JdbcClient JDBC = SERVER.jdbc();

    private JournalDatabase() {}

    static void clear() {
        JDBC.sql("truncate journal.entry, journal.fenced_import").update();
    }
}
