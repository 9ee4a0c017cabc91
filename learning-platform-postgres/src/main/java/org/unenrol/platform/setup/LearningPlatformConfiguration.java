package org.unenrol.platform.setup;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.OpenEnrolments;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.TakeBackForecast;
import org.unenrol.platform.catalogue.Catalogue;
import org.unenrol.platform.catalogue.EnrolmentCounts;
import org.unenrol.platform.postgres.PostgresCatalogue;
import org.unenrol.platform.postgres.PostgresEnrolmentCounts;
import org.unenrol.platform.postgres.PostgresImportFence;
import org.unenrol.platform.postgres.PostgresLearningRecords;
import org.unenrol.platform.postgres.PostgresOpenEnrolments;
import org.unenrol.platform.postgres.PostgresRowSettler;
import org.unenrol.platform.postgres.PostgresTakeBackForecast;
import org.unenrol.platform.postgres.PostgresTallies;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.Tallies;
import org.unenrol.service.SchemaMigration;

/**
 * The learning platform for services to import, unless {@code unenrol.platform} names another one.
 * Its schema {@code lms} is brought up to date before anything uses the database; several services
 * may do so at once.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "unenrol.platform", havingValue = "postgres", matchIfMissing = true)
public class LearningPlatformConfiguration {

    @Bean
    FlywayMigrationInitializer learningPlatformMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(database, settings, LearningPlatformConfiguration::schema);
    }

    /** The migrations of the schema. */
    public static Flyway migrationOf(DataSource dataSource) {
        return schema(Flyway.configure().dataSource(dataSource)).load();
    }

    private static FluentConfiguration schema(FluentConfiguration connected) {
        return connected
                .schemas("lms")
                .locations("classpath:db/migration/lms")
                .javaMigrations(new StoredNames());
    }

    @Bean
    RowSettler rowSettler(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PostgresRowSettler(jdbc, transactions);
    }

    @Bean
    ImportFence importFence(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PostgresImportFence(jdbc, transactions);
    }

    @Bean
    TakeBackForecast takeBackForecast(JdbcClient jdbc) {
        return new PostgresTakeBackForecast(jdbc);
    }

    @Bean
    OpenEnrolments openEnrolments(JdbcClient jdbc) {
        return new PostgresOpenEnrolments(jdbc);
    }

    @Bean
    EnrolmentCounts enrolmentCounts(JdbcClient jdbc) {
        return new PostgresEnrolmentCounts(jdbc);
    }

    @Bean
    Catalogue catalogue(JdbcClient jdbc) {
        return new PostgresCatalogue(jdbc);
    }

    @Bean
    ExportPool exportPool(JdbcConnectionDetails database, Environment settings) {
        return new ExportPool(database, settings);
    }

    @Bean
    LearningRecords learningRecords(JdbcClient jdbc, ExportPool exports) {
        return new PostgresLearningRecords(jdbc, exports.jdbc(), exports.reading());
    }

    @Bean
    Tallies tallies(JdbcClient jdbc) {
        return new PostgresTallies(jdbc);
    }
}
