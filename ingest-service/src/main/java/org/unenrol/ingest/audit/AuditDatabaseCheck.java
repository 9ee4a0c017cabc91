package org.unenrol.ingest.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.unenrol.audit.chain.ChainEnd;
import org.unenrol.audit.chain.ChainVerdict;
import org.unenrol.audit.chain.ChainVerification;

/**
 * The service's connection to its database and nothing else of it, for the command. No component,
 * so that the service itself does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class AuditDatabaseCheck {

    static ChainVerdict verify(@Nullable ChainEnd end, String... arguments) {
        SpringApplicationBuilder settings =
                new SpringApplicationBuilder(AuditDatabaseCheck.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .properties(
                                "spring.config.name=services,application,portal,ingest-service",
                                "logging.level.root=warn");
        try (ConfigurableApplicationContext database = settings.run(arguments)) {
            return new ChainVerification(
                            database.getBean(JdbcClient.class),
                            database.getBean(PlatformTransactionManager.class))
                    .verify(end);
        }
    }
}
