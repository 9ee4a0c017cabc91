package org.unenrol.portal;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.intake.IntakeConfiguration;
import org.unenrol.ledger.setup.ImportLedgerConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.portal.entry.StartsOfTheService;
import org.unenrol.portal.sources.ConfiguredSources;
import org.unenrol.service.WorkLoop;

/** The portal as a service of its own, which takes files in and dispatches none. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import({
    ImportLedgerConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    IntakeConfiguration.class,
    PortalConfiguration.class,
    StagedImports.class,
    StartsOfTheService.class
})
class PortalService {

    @Bean
    WorkLoop dispatchLoop() {
        return new WorkLoop("no-dispatch", 1, Duration.ofHours(1), () -> WorkLoop.Then.LATER);
    }

    @Bean
    ConfiguredSources configuredSources() {
        return new ConfiguredSources() {
            @Override
            public List<String> names() {
                return List.of("hr", "records");
            }

            @Override
            public OptionalLong unread(String source) {
                return source.equals("hr") ? OptionalLong.of(3) : OptionalLong.empty();
            }
        };
    }
}
