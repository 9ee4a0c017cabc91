package org.unenrol.sample;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, with accounts and the learning platform. */
final class SampleDatabase {

    private static final List<String> TABLES =
            List.of(
                    "lms.area",
                    "lms.app_user",
                    "lms.activity",
                    "lms.enrolment",
                    "lms.completion",
                    "lms.attendance",
                    "accounts.account",
                    "accounts.managed_area");

    static final TestDatabase SERVER =
            TestDatabase.start("sample-organisation", "Asia/Kathmandu")
                    .with(AccountsConfiguration::migrationOf)
                    .with(LearningPlatformConfiguration::migrationOf);
    static final DataSource DATA_SOURCE = SERVER.dataSource();
    static final JdbcClient JDBC = SERVER.jdbc();

    private SampleDatabase() {}

    static void clear() {
        JDBC.sql("truncate " + String.join(", ", TABLES) + " cascade").update();
    }

    /** Changes with every value of a table. */
    static String checksum() {
        return TABLES.stream().map(SampleDatabase::checksum).collect(Collectors.joining(" "));
    }

    private static String checksum(String table) {
        return JDBC.sql(
                        """
                        select coalesce(md5(string_agg(content::text, '|' order by content::text)), '')
                        from %s content
                        """
                                .formatted(table))
                .query(String.class)
                .single();
    }
}
