package org.unenrol.portal;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.unenrol.service.SchemaMigration;

/** The schema {@code portal}, with sessions and tries to sign in. */
@Configuration(proxyBeanMethods = false)
public class PortalSchema {

    @Bean
    FlywayMigrationInitializer portalMigration(
            JdbcConnectionDetails database, Environment settings) {
        return SchemaMigration.of(
                database,
                settings,
                schema -> schema.schemas("portal").locations("classpath:db/migration/portal"));
    }
}
