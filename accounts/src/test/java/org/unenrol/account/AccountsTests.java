package org.unenrol.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.audit.KnownAccount;
import org.unenrol.model.ManagedAreas;

class AccountsTests {

    private final Accounts accounts = new Accounts(AccountsDatabase.SERVER.jdbc());

    @BeforeEach
    void addAccounts() {
        AccountsDatabase.clear();
        add("Ada", Role.GLOBAL_ADMINISTRATOR);
        add("bo", Role.CONTENT_ADMINISTRATOR);
        add("cy", Role.NONE);
    }

    @Test
    void areFoundInWhateverCaseTheUsernameIsWritten() {
        Account found = accounts.find("aDA").orElseThrow();

        assertThat(found)
                .isEqualTo(
                        new Account(
                                "Ada",
                                "Name of Ada",
                                "Ada@example.org",
                                Role.GLOBAL_ADMINISTRATOR,
                                "de",
                                "{noop}secret"));
        assertThat(found).hasToString("Account[Ada, GLOBAL_ADMINISTRATOR]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ad\0", "Ada\uD800", "", "eve"})
    void areNotFoundByOtherUsernames(String username) {
        assertThat(accounts.find(username)).isEmpty();
        assertThat(accounts.areasOf(username)).isEqualTo(ManagedAreas.NONE);
    }

    @Test
    void takeAnotherPassword() {
        accounts.setPassword("ADA", "{noop}another");

        assertThat(accounts.find("Ada")).map(Account::encodedPassword).contains("{noop}another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.setPassword("eve", "{noop}another"));
    }

    @Test
    void stayAsTheyAreWhenAnotherOfTheirUsernameIsAdded() {
        accounts.add(new Account("ADA", "Other", "o@example.org", Role.NONE, null, null));

        assertThat(accounts.find("ada")).map(Account::name).contains("Name of Ada");
    }

    @Test
    void manageWhatTheirRoleAndAreasSay() {
        accounts.grant("BO", Set.of("Safety", "Finance"));
        accounts.grant("bo", Set.of("Safety"));
        accounts.grant("cy", Set.of("Safety"));

        assertThat(accounts.areasOf(Set.of("Ada", "Bo", "cy", "eve")))
                .isEqualTo(
                        Map.of(
                                "Ada", ManagedAreas.EVERY,
                                "Bo", ManagedAreas.of(Set.of("Safety", "Finance")),
                                "cy", ManagedAreas.NONE,
                                "eve", ManagedAreas.NONE));
    }

    @Test
    void areNamedInTheAuditTrailAndNobodyElseIs() {
        AuditedAccounts audited = new AuditedAccounts(AccountsDatabase.SERVER.jdbc());

        assertThat(audited.find("ADA")).map(KnownAccount::username).contains("Ada");
        assertThat(audited.find("a password in the wrong field")).isEmpty();
    }

    @Test
    void manageNothingWithoutAreas() {
        assertThat(accounts.areasOf("bo")).isEqualTo(ManagedAreas.NONE);
    }

    private void add(String username, Role role) {
        accounts.add(
                new Account(
                        username,
                        "Name of " + username,
                        username + "@example.org",
                        role,
                        "de",
                        "{noop}secret"));
    }
}
