package org.unenrol.sample;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.Accounts;
import org.unenrol.service.SchemaMigration;

/** The sample for whatever service has passwords, where it is asked for. */
@AutoConfiguration
@ConditionalOnBooleanProperty("unenrol.sample.load")
@ConditionalOnBean({PasswordEncoder.class, Accounts.class})
@EnableConfigurationProperties(SampleSettings.class)
class SampleAutoConfiguration {

    /** As the user who owns the schemas: no service may make learners and courses up. */
    @Bean
    SampleOrganisation sampleOrganisation(JdbcConnectionDetails database, Environment settings) {
        DataSource owner = SchemaMigration.connections(database, settings);
        return new SampleOrganisation(
                JdbcClient.create(owner),
                new TransactionTemplate(new JdbcTransactionManager(owner)));
    }

    @Bean
    SampleLoader sampleLoader(
            SampleOrganisation organisation,
            Accounts accounts,
            PasswordEncoder encoder,
            SampleSettings settings) {
        return new SampleLoader(organisation, accounts, encoder, settings);
    }
}
