package org.unenrol.ingest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.folder.DropFolderConfiguration;
import org.unenrol.ingest.audit.AuditCommand;
import org.unenrol.ingest.schema.MigrateCommand;
import org.unenrol.intake.IntakeConfiguration;
import org.unenrol.ledger.setup.ImportLedgerConfiguration;
import org.unenrol.messaging.MessagingConfiguration;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.portal.PortalConfiguration;

/** The ingest service as a process of its own. Several may run beside each other. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
@ConfigurationPropertiesScan
@Import({
    MessagingConfiguration.class,
    ImportLedgerConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    RemotePlatformConfiguration.class,
    IntakeConfiguration.class,
    DropFolderConfiguration.class,
    PortalConfiguration.class
})
public class IngestService {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.run(arguments, System.out));
        }
        if (arguments.length > 0 && arguments[0].equals(MigrateCommand.NAME)) {
            System.exit(MigrateCommand.run(arguments, System.out));
        }
        application().run(arguments);
    }

    /** The service, ready to be run. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestService.class)
                .properties("spring.config.name=services,application,portal,ingest-service");
    }
}
