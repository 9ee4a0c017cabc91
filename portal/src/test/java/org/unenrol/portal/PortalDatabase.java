package org.unenrol.portal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests: the portal's own schema, the ledger and the platform. */
public final class PortalDatabase {

    public static final TestDatabase SERVER =
            TestDatabase.start("portal", "Asia/Kathmandu")
                    .with("portal")
                    .with("audit")
                    .with("imports")
                    .with(AccountsConfiguration::migrationOf)
                    .with(LearningPlatformConfiguration::migrationOf);
    public static final JdbcClient JDBC = SERVER.jdbc();

    private PortalDatabase() {}
}
