package org.unenrol.sample;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.Accounts;

/** The sample for whatever service has passwords, where it is asked for. */
@AutoConfiguration
@ConditionalOnBooleanProperty("unenrol.sample.load")
@ConditionalOnBean({PasswordEncoder.class, Accounts.class})
@EnableConfigurationProperties(SampleSettings.class)
class SampleAutoConfiguration {

    @Bean
    SampleOrganisation sampleOrganisation(
            JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new SampleOrganisation(jdbc, new TransactionTemplate(transactions));
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
