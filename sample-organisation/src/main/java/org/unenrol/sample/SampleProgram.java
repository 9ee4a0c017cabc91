package org.unenrol.sample;

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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample and ends, once the schemas are there: for the user who owns them, where services
 * have users who may do less.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
public final class SampleProgram {

    private SampleProgram() {}

    public static void main(String[] arguments) {
        SpringApplicationBuilder program =
                new SpringApplicationBuilder(SampleProgram.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .properties("spring.config.name=services,application");
        try (ConfigurableApplicationContext database = program.run(arguments)) {
            new SampleOrganisation(
                            database.getBean(JdbcClient.class),
                            new TransactionTemplate(
                                    database.getBean(PlatformTransactionManager.class)))
                    .loadIfEmpty();
        }
    }
}
