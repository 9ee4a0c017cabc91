package org.unenrol.ingest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests: the ledger and the platform. */
public final class IngestDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("ingest-service", "Asia/Kathmandu")
                    .with("audit")
                    .with("imports")
                    .with(LearningPlatformConfiguration::migrationOf);
    public static final JdbcClient JDBC = SERVER.jdbc();

    private IngestDatabase() {}
}
