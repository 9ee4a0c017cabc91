package org.unenrol.sso;

import java.time.Duration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.intake.IntakeConfiguration;
import org.unenrol.ledger.setup.ImportLedgerConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.portal.PortalConfiguration;
import org.unenrol.service.WorkLoop;

/** The portal as a service of its own, with single sign-on. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import({
    ImportLedgerConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    IntakeConfiguration.class,
    PortalConfiguration.class
})
class PortalWithSingleSignOn {

    @Bean
    WorkLoop dispatchLoop() {
        return new WorkLoop("no-dispatch", 1, Duration.ofHours(1), () -> WorkLoop.Then.LATER);
    }
}
