package org.unenrol.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.setup.AccountsConfiguration;
import org.unenrol.model.ManagedAreas;

class MigrationTests {

    @Test
    void takesOverTheAccountsThatThePlatformHad() {
        DataSource database = AccountsDatabase.SERVER.another("platform_with_accounts");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        create schema lms;
                        create table lms.app_user (
                            id int, username text, username_key text, name text, email text, role text,
                            password text);
                        create table lms.managed_area (user_id int, area text);
                        insert into lms.app_user values
                            (1, 'Ada', 'ada', 'Ada A', 'a@example.org', 'GLOBAL_ADMINISTRATOR', 'p1'),
                            (2, 'bo', 'bo', 'Bo B', 'b@example.org', 'CONTENT_ADMINISTRATOR', null),
                            (3, 'cy', 'cy', 'Cy C', 'c@example.org', 'LEARNER', 'p3'),
                            (4, 'di', 'di', 'Di D', 'd@example.org', 'LEARNER', null);
                        insert into lms.managed_area values (2, 'Safety');
                        """)
                .update();

        AccountsConfiguration.migrationOf(database).migrate();

        Accounts accounts = new Accounts(jdbc);
        assertThat(accounts.find("ada"))
                .contains(
                        new Account(
                                "Ada",
                                "Ada A",
                                "a@example.org",
                                Role.GLOBAL_ADMINISTRATOR,
                                null,
                                "p1"));
        assertThat(accounts.areasOf("bo")).isEqualTo(ManagedAreas.of(Set.of("Safety")));
        assertThat(accounts.find("cy")).map(Account::role).contains(Role.NONE);
        assertThat(accounts.find("di")).isEmpty();
    }
}
