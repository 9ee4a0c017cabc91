package org.unenrol.ingest;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests: the ledger and the platform. */
public final class IngestDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("ingest-service", "Asia/Kathmandu");

    private static final DataSource DATABASE = SERVER.dataSource();

    public static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    public static final DataSourceTransactionManager TRANSACTIONS =
            new DataSourceTransactionManager(DATABASE);

    static {
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas("imports")
                .locations("classpath:db/migration/imports")
                .load()
                .migrate();
        LearningPlatformConfiguration.migrationOf(DATABASE).migrate();
    }

    private IngestDatabase() {}

    /** Puts times back by as much as time is to go on; forward for a negative one. */
    public static void letPass(Duration time, String table, String... columns) {
        for (String column : columns) {
            JDBC.sql("update %1$s set %2$s = %2$s - ?::interval".formatted(table, column))
                    .param(time.toString())
                    .update();
        }
    }
}
