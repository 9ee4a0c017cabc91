package org.unenrol.platform.contract.memory;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with the journal. */
final class JournalDatabase {

    private static final TestDatabase SERVER = TestDatabase.start("journal", "Asia/Kathmandu");

    static final DataSource DATA_SOURCE = SERVER.dataSource();

    static final JdbcConnectionDetails DETAILS =
            new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return SERVER.user();
                }

                @Override
                public String getPassword() {
                    return SERVER.password();
                }

                @Override
                public String getJdbcUrl() {
                    return SERVER.jdbcUrl();
                }
            };

    static final JdbcClient JDBC = JdbcClient.create(DATA_SOURCE);

    static {
        RemotePlatformConfiguration.migrationOf(DATA_SOURCE).migrate();
    }

    private JournalDatabase() {}

    static void clear() {
        JDBC.sql("truncate journal.entry, journal.fenced_import").update();
    }
}
