package org.unenrol.platform;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The one database of all tests, migrated, in a time zone that betrays code that relies on it. */
public final class PlatformDatabase {

    private static final List<String> TABLES =
            List.of(
                    "lms.area",
                    "lms.app_user",
                    "lms.activity",
                    "lms.enrolment",
                    "lms.completion",
                    "lms.attendance",
                    "lms.fenced_import");

    public static final TestDatabase SERVER =
            TestDatabase.start("learning-platform", "Asia/Kathmandu")
                    .with(LearningPlatformConfiguration::migrationOf);
    public static final DataSource DATA_SOURCE = SERVER.dataSource();
    public static final JdbcClient JDBC = SERVER.jdbc();

    static {
        recordHistory();
    }

    private PlatformDatabase() {}

    /** Leaves nothing but the schema. */
    public static void clear() {
        JDBC.sql("truncate history.ending, " + String.join(", ", TABLES)).update();
    }

    /** Changes with every byte of the platform, and with every lock that is taken on a row. */
    public static String checksum() {
        return TABLES.stream().map(PlatformDatabase::checksum).collect(Collectors.joining(" "));
    }

    public static String checksum(String table) {
        return JDBC.sql(
                        """
                        select coalesce(md5(string_agg(concat(ctid, xmin, xmax, content), '|' order by ctid)), '')
                        from %s content
                        """
                                .formatted(table))
                .query(String.class)
                .single();
    }

    private static void recordHistory() {
        ResourceDatabasePopulator script =
                new ResourceDatabasePopulator(new ClassPathResource("enrolment-history.sql"));
        script.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
        script.execute(DATA_SOURCE);
    }
}
