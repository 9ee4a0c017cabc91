package org.unenrol.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.platform.postgres.PostgresAccounts;

class AccountsTests {

    private final Accounts accounts = new PostgresAccounts(PlatformDatabase.JDBC);

    @BeforeEach
    void addAnAccount() {
        PlatformDatabase.clear();
        PlatformFixture.user("Ada", Role.GLOBAL_ADMINISTRATOR);
    }

    @Test
    void areFoundInWhateverCaseTheUsernameIsWritten() {
        Account found = accounts.find("aDA").orElseThrow();

        assertThat(found.username()).isEqualTo("Ada");
        assertThat(found.role()).isEqualTo(Role.GLOBAL_ADMINISTRATOR);
        assertThat(accounts.find("Ad\0")).isEmpty();
    }

    @Test
    void takeAnotherPassword() {
        accounts.setPassword("ADA", "{noop}another");

        assertThat(accounts.find("Ada")).map(Account::encodedPassword).contains("{noop}another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.setPassword("Bo", "{noop}another"));
    }
}
