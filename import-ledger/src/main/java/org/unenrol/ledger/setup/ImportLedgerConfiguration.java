package org.unenrol.ledger.setup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.setup.AuditConfiguration;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.RowsOfImports;
import org.unenrol.ledger.dispatch.DispatchLeases;
import org.unenrol.ledger.dispatch.Duplicates;
import org.unenrol.ledger.dispatch.Meanings;
import org.unenrol.ledger.dispatch.OriginRows;
import org.unenrol.ledger.dispatch.StalledImports;
import org.unenrol.ledger.erasure.ErasureSteps;
import org.unenrol.ledger.erasure.Erasures;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.event.WebhookEvents;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.impact.ImpactCounts;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.ledger.mail.AccountMails;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.mail.MailReports;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.outcome.OutcomeRevision;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.outcome.RowPages;
import org.unenrol.ledger.reply.ReplyQueue;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;
import org.unenrol.ledger.retention.Purge;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.ledger.upstream.ReadyRequests;
import org.unenrol.ledger.upstream.RequestHistory;
import org.unenrol.ledger.upstream.RequestRows;
import org.unenrol.ledger.upstream.SetAsideRecords;
import org.unenrol.ledger.upstream.UpstreamRequests;
import org.unenrol.ledger.webhook.WebhookHistory;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.service.SchemaMigration;

/** The parts of the ledger as beans, for services to import. */
@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
@EnableConfigurationProperties({ImportLedgerSettings.class, RetentionSettings.class})
public class ImportLedgerConfiguration {

    /** After the trail's, as entries about imports have gone over to it. */
    @Bean
    @DependsOn("auditMigration")
    FlywayMigrationInitializer importLedgerMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(
                database,
                settings,
                schema -> schema.schemas("imports").locations("classpath:db/migration/imports"));
    }

    @Bean
    StoredFiles storedFiles(JdbcClient jdbc) {
        return new StoredFiles(jdbc);
    }

    @Bean
    EventOutbox eventOutbox(JdbcClient jdbc, TransactionOperations transaction) {
        return new EventOutbox(jdbc, transaction);
    }

    @Bean
    ImportLifecycle importLifecycle(JdbcClient jdbc, EventOutbox events) {
        return new ImportLifecycle(jdbc, events);
    }

    @Bean
    Imports imports(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ImportLifecycle lifecycle,
            AuditTrail audit) {
        return new Imports(jdbc, transaction, lifecycle, audit);
    }

    @Bean
    ImportHistory importHistory(JdbcClient jdbc, Imports imports) {
        return new ImportHistory(jdbc, imports);
    }

    @Bean
    DispatchLeases dispatchLeases(JdbcClient jdbc, ImportLedgerSettings settings) {
        return new DispatchLeases(jdbc, settings.lease());
    }

    @Bean
    Duplicates duplicates(JdbcClient jdbc) {
        return new Duplicates(jdbc);
    }

    @Bean
    Meanings meanings(JdbcClient jdbc) {
        return new Meanings(jdbc);
    }

    @Bean
    OriginRows originRows(JdbcClient jdbc) {
        return new OriginRows(jdbc);
    }

    @Bean
    RowsOfImports rowsOfImports(JdbcClient jdbc) {
        return new RowsOfImports(jdbc);
    }

    @Bean
    StalledImports stalledImports(JdbcClient jdbc, ImportLedgerSettings settings) {
        return new StalledImports(
                jdbc,
                settings.stalledAfter(),
                settings.redispatchInterval(),
                settings.presumedLostAfter());
    }

    @Bean
    OutcomeRecorder outcomeRecorder(
            JdbcClient jdbc, TransactionOperations transaction, ImportLifecycle lifecycle) {
        return new OutcomeRecorder(jdbc, transaction, lifecycle);
    }

    @Bean
    OutcomeRevision outcomeRevision(
            JdbcClient jdbc, TransactionOperations transaction, ImportLifecycle lifecycle) {
        return new OutcomeRevision(jdbc, transaction, lifecycle);
    }

    @Bean
    RowOutcomes rowOutcomes(JdbcClient jdbc) {
        return new RowOutcomes(jdbc);
    }

    @Bean
    ImpactCounts impactCounts(JdbcClient jdbc) {
        return new ImpactCounts(jdbc);
    }

    @Bean
    RowPages rowPages(JdbcClient jdbc) {
        return new RowPages(jdbc);
    }

    @Bean
    ResultsQueue resultsQueue(
            JdbcClient jdbc,
            TransactionOperations transaction,
            ImportLifecycle lifecycle,
            ImportLedgerSettings settings) {
        return new ResultsQueue(jdbc, transaction, lifecycle, settings.lease());
    }

    @Bean
    ResultsText resultsText(StoredFiles files, RowOutcomes outcomes) {
        return new ResultsText(files, outcomes);
    }

    @Bean
    AccountMails accountMails(JdbcClient jdbc) {
        return new AccountMails(jdbc);
    }

    @Bean
    MailOutbox mailOutbox(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        return new MailOutbox(jdbc, transaction, audit);
    }

    @Bean
    MailReports mailReports(JdbcClient jdbc, MailOutbox outbox) {
        return new MailReports(jdbc, outbox);
    }

    @Bean
    UpstreamRequests upstreamRequests(
            JdbcClient jdbc, TransactionOperations transaction, Imports imports) {
        return new UpstreamRequests(jdbc, transaction, imports);
    }

    @Bean
    ReadyRequests readyRequests(
            JdbcClient jdbc, TransactionOperations transaction, ImportLedgerSettings settings) {
        return new ReadyRequests(jdbc, transaction, settings.lease());
    }

    @Bean
    RequestRows requestRows(JdbcClient jdbc) {
        return new RequestRows(jdbc);
    }

    @Bean
    ReplyQueue replyQueue(JdbcClient jdbc, ImportLedgerSettings settings) {
        return new ReplyQueue(jdbc, settings.lease());
    }

    @Bean
    SetAsideRecords setAsideRecords(JdbcClient jdbc) {
        return new SetAsideRecords(jdbc);
    }

    @Bean
    RequestHistory requestHistory(JdbcClient jdbc) {
        return new RequestHistory(jdbc);
    }

    @Bean
    WebhookEvents webhookEvents(JdbcClient jdbc) {
        return new WebhookEvents(jdbc);
    }

    @Bean
    WebhookOffers webhookOffers(JdbcClient jdbc, TransactionOperations transaction) {
        return new WebhookOffers(jdbc, transaction);
    }

    @Bean
    WebhookOutbox webhookOutbox(JdbcClient jdbc) {
        return new WebhookOutbox(jdbc);
    }

    @Bean
    WebhookHistory webhookHistory(
            JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        return new WebhookHistory(jdbc, transaction, audit);
    }

    @Bean
    Purge purge(JdbcClient jdbc, TransactionOperations transaction, RetentionSettings settings) {
        return new Purge(jdbc, transaction, settings);
    }

    @Bean
    Erasures erasures(JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        return new Erasures(jdbc, transaction, audit);
    }

    @Bean
    ErasureSteps erasureSteps(
            JdbcClient jdbc, TransactionOperations transaction, AuditTrail audit) {
        return new ErasureSteps(jdbc, transaction, audit);
    }

    @Bean
    FolderFiles folderFiles(JdbcClient jdbc, ImportLedgerSettings settings) {
        return new FolderFiles(jdbc, settings.lease());
    }
}
