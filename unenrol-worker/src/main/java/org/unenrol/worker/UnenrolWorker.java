package org.unenrol.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.messaging.MessagingConfiguration;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;
import org.unenrol.platform.setup.LearningPlatformConfiguration;

/** The worker as a process of its own. Start more of them to be faster. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
@ConfigurationPropertiesScan
@Import({
    MessagingConfiguration.class,
    AccountsConfiguration.class,
    LearningPlatformConfiguration.class,
    RemotePlatformConfiguration.class
})
public class UnenrolWorker {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, ready to be run. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(UnenrolWorker.class)
                .properties("spring.config.name=services,application,unenrol-worker");
    }
}
