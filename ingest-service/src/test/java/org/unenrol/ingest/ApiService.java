package org.unenrol.ingest;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.intake.IntakeConfiguration;
import org.unenrol.ledger.setup.ImportLedgerConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.portal.PortalConfiguration;
import org.unenrol.portal.sources.ConfiguredSources;
import org.unenrol.service.WorkLoop;

/**
 * The ingest service without a broker: it takes files in and dispatches none. No component, so that
 * the service itself does not find it.
 */
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, KafkaAutoConfiguration.class})
@ComponentScan({
    "org.unenrol.ingest.access",
    "org.unenrol.ingest.api",
    "org.unenrol.ingest.body",
    "org.unenrol.ingest.problem"
})
@Import({
    LanguageConfiguration.class,
    ImportLedgerConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    IntakeConfiguration.class,
    PortalConfiguration.class,
    OtherServices.class
})
class ApiService {

    @Bean
    ConfiguredSources configuredSources() {
        return new ConfiguredSources() {
            @Override
            public List<String> names() {
                return List.of("hr");
            }

            @Override
            public OptionalLong unread(String source) {
                return OptionalLong.empty();
            }
        };
    }

    @Bean
    WorkLoop dispatchLoop() {
        return new WorkLoop("no-dispatch", 1, Duration.ofHours(1), () -> WorkLoop.Then.LATER);
    }
}
