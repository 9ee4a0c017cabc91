package org.unenrol.account.setup;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.Accounts;
import org.unenrol.account.AssertedAccounts;
import org.unenrol.account.AuditedAccounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.service.SchemaMigration;

/**
 * The accounts for services to import, before the learning platform: they were once part of its
 * schema. Their own schema {@code accounts} is brought up to date before anything uses the
 * database.
 */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {

    @Bean
    FlywayMigrationInitializer accountsMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(database, settings, AccountsConfiguration::schema);
    }

    /** The migrations of the schema. */
    public static Flyway migrationOf(DataSource dataSource) {
        return schema(Flyway.configure().dataSource(dataSource)).load();
    }

    private static FluentConfiguration schema(FluentConfiguration connected) {
        return connected.schemas("accounts").locations("classpath:db/migration/accounts");
    }

    @Bean
    Accounts accounts(JdbcClient jdbc) {
        return new Accounts(jdbc);
    }

    @Bean
    ExternalIdentities externalIdentities(JdbcClient jdbc) {
        return new ExternalIdentities(jdbc);
    }

    @Bean
    AssertedAccounts assertedAccounts(JdbcClient jdbc, PlatformTransactionManager manager) {
        return new AssertedAccounts(jdbc, new TransactionTemplate(manager));
    }

    @Bean
    AuditedAccounts auditedAccounts(JdbcClient jdbc) {
        return new AuditedAccounts(jdbc);
    }

    @Bean
    AccountTokens accountTokens(JdbcClient jdbc) {
        return new AccountTokens(jdbc);
    }
}
