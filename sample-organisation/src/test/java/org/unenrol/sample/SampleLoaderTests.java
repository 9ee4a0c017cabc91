package org.unenrol.sample;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;

class SampleLoaderTests {

    private final Accounts accounts = new Accounts(SampleDatabase.JDBC);
    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(SampleAutoConfiguration.class))
                    .withBean(JdbcConnectionDetails.class, () -> SampleDatabase.SERVER)
                    .withBean(Accounts.class, () -> accounts);

    @BeforeEach
    void clear() {
        SampleDatabase.clear();
    }

    @Test
    void loadsTheSampleWithAPasswordForEachAccountThatIsToHaveOne() {
        service.withBean(PasswordEncoder.class, () -> encoder)
                .withPropertyValues(
                        "unenrol.sample.load=true",
                        "unenrol.sample.admin-password=one",
                        "unenrol.sample.content-admin-password=another")
                .run(started -> started.getBean(SampleLoader.class).run(null));

        assertThat(hasPassword("global.admin", "one")).isTrue();
        assertThat(hasPassword("content.admin", "another")).isTrue();
        assertThat(accounts.find("amelia.hughes")).map(Account::encodedPassword).isEmpty();
    }

    private boolean hasPassword(String username, String password) {
        return encoder.matches(password, accounts.find(username).orElseThrow().encodedPassword());
    }

    @Test
    void keepsPasswordsWhenNoneIsGiven() {
        service.withBean(PasswordEncoder.class, () -> encoder)
                .withPropertyValues("unenrol.sample.load=true")
                .run(started -> started.getBean(SampleLoader.class).run(null));

        assertThat(accounts.find("global.admin")).map(Account::encodedPassword).isEmpty();
        assertThat(accounts.find("global.admin")).isPresent();
    }

    @Test
    void needsNoMoreRightsThanTheServiceOnceItIsLoaded() {
        new SampleOrganisation(
                        SampleDatabase.JDBC,
                        new TransactionTemplate(
                                new JdbcTransactionManager(SampleDatabase.DATA_SOURCE)))
                .loadIfEmpty();
        DataSource service = reader();

        assertThat(
                        new SampleOrganisation(
                                        JdbcClient.create(service),
                                        new TransactionTemplate(
                                                new JdbcTransactionManager(service)))
                                .loadIfEmpty())
                .isFalse();
    }

    private static DataSource reader() {
        SampleDatabase.JDBC.sql("create role reader login password 'reads'").update();
        SampleDatabase.JDBC.sql("grant usage on schema lms to reader").update();
        SampleDatabase.JDBC.sql("grant select on all tables in schema lms to reader").update();
        return new DriverManagerDataSource(SampleDatabase.SERVER.getJdbcUrl(), "reader", "reads");
    }

    @Test
    void loadsAsAProgramOfItsOwnToo() {
        SampleProgram.main(
                new String[] {
                    "--spring.datasource.url=" + SampleDatabase.SERVER.getJdbcUrl(),
                    "--spring.datasource.username=" + SampleDatabase.SERVER.getUsername(),
                    "--spring.datasource.password=" + SampleDatabase.SERVER.getPassword()
                });

        assertThat(accounts.find("global.admin")).isPresent();
    }

    @Test
    void leavesServicesAloneThatDoNotAskForItOrHaveNoPasswords() {
        service.withBean(PasswordEncoder.class, () -> encoder)
                .run(started -> assertThat(started).doesNotHaveBean(SampleLoader.class));
        service.withPropertyValues("unenrol.sample.load=true")
                .run(started -> assertThat(started).doesNotHaveBean(SampleLoader.class));
    }
}
