package org.unenrol.ingest.schema;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.ledger.setup.ImportLedgerConfiguration;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.portal.PortalSchema;

/**
 * The parts of a service that have a schema, for the command. No component, so that the service
 * itself does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import({
    ImportLedgerConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    RemotePlatformConfiguration.class,
    PortalSchema.class
})
class MigratedSchemas {}
