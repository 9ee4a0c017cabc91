package org.unenrol.platform.journal.setup;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.journal.JournalPurge;
import org.unenrol.platform.journal.JournalledImportFence;
import org.unenrol.platform.journal.JournalledRowSettler;
import org.unenrol.platform.remote.LearningPlatform;
import org.unenrol.service.SchemaMigration;

/**
 * A remote platform for services to import: the journal in its schema {@code journal}, and before
 * it whatever adapter there is. Where {@code unenrol.platform} is {@code postgres}, or is not set,
 * there is nothing of it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnRemotePlatform.class)
public class RemotePlatformConfiguration {

    @Bean
    FlywayMigrationInitializer journalMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(database, settings, RemotePlatformConfiguration::schema);
    }

    /** The migrations of the schema. */
    public static Flyway migrationOf(DataSource dataSource) {
        return schema(Flyway.configure().dataSource(dataSource)).load();
    }

    private static FluentConfiguration schema(FluentConfiguration connected) {
        return connected.schemas("journal").locations("classpath:db/migration/journal");
    }

    @Bean
    ImportFence importFence(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JournalledImportFence(jdbc, transactions);
    }

    @Bean
    JournalPurge journalPurge(JdbcClient jdbc) {
        return new JournalPurge(jdbc);
    }

    /** Made only where rows are settled: nobody else needs an adapter. */
    @Bean
    @Lazy
    RowSettler rowSettler(
            ObjectProvider<LearningPlatform> platform, DataSource database, Environment settings) {
        LearningPlatform adapter = platform.getIfAvailable();
        if (adapter == null) {
            throw new NoSuchPlatformException(settings.getProperty(OnRemotePlatform.SETTING, ""));
        }
        return new JournalledRowSettler(adapter, database);
    }
}
