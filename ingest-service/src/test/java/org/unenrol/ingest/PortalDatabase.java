package org.unenrol.ingest;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with the portal's own schema. */
public final class PortalDatabase {

    private static final TestDatabase SERVER =
            TestDatabase.start("ingest-service", "Asia/Kathmandu");

    public static final JdbcClient JDBC = JdbcClient.create(SERVER.dataSource());

    static {
        Flyway.configure()
                .dataSource(SERVER.dataSource())
                .schemas("portal")
                .locations("classpath:db/migration/portal")
                .load()
                .migrate();
    }

    private PortalDatabase() {}

    /** Puts times back by as much as time is to go on; forward for a negative one. */
    public static void letPass(Duration time, String table, String... columns) {
        for (String column : columns) {
            JDBC.sql("update portal.%1$s set %2$s = %2$s - ?::interval".formatted(table, column))
                    .param(time.toString())
                    .update();
        }
    }
}
