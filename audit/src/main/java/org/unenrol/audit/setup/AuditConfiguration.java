package org.unenrol.audit.setup;

import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.KnownAccounts;
import org.unenrol.audit.Origin;
import org.unenrol.audit.Origins;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.audit.chain.ChainVerification;
import org.unenrol.service.SchemaMigration;

/**
 * The parts of the trail as beans. Who asks and which accounts there are tell beans of the service;
 * without them the service itself acts, and no name is kept.
 */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    FlywayMigrationInitializer auditMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(
                database,
                settings,
                schema -> schema.schemas("audit").locations("classpath:db/migration/audit"));
    }

    @Bean
    AuditTrail auditTrail(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ObjectProvider<Origins> origins,
            ObjectProvider<KnownAccounts> accounts) {
        return new AuditTrail(
                jdbc,
                transaction,
                origins.getIfAvailable(() -> () -> Origin.SERVICE),
                accounts.getIfAvailable(() -> name -> Optional.empty()));
    }

    @Bean
    CountedEvents countedEvents(AuditTrail trail) {
        return new CountedEvents(trail, Clock.systemUTC());
    }

    @Bean
    AuditHistory auditHistory(JdbcClient jdbc) {
        return new AuditHistory(jdbc);
    }

    @Bean
    AuditChain auditChain(JdbcClient jdbc, TransactionOperations transaction) {
        return new AuditChain(jdbc, transaction);
    }

    @Bean
    ChainVerification chainVerification(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new ChainVerification(jdbc, transactions);
    }
}
