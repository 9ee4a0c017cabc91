package org.unenrol.portal;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests: the portal's own schema, the ledger and the platform. */
public final class PortalDatabase {

    public static final TestDatabase SERVER = TestDatabase.start("portal", "Asia/Kathmandu");

    private static final DataSource DATABASE = SERVER.dataSource();

    public static final JdbcClient JDBC = JdbcClient.create(DATABASE);

    static {
        migrate("portal");
        migrate("imports");
        AccountsConfiguration.migrationOf(DATABASE).migrate();
        LearningPlatformConfiguration.migrationOf(DATABASE).migrate();
    }

    private PortalDatabase() {}

    private static void migrate(String schema) {
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                .load()
                .migrate();
    }

    /** Puts times back by as much as time is to go on; forward for a negative one. */
    public static void letPass(Duration time, String table, String... columns) {
        for (String column : columns) {
            JDBC.sql("update %1$s set %2$s = %2$s - ?::interval".formatted(table, column))
                    .param(time.toString())
                    .update();
        }
    }
}
