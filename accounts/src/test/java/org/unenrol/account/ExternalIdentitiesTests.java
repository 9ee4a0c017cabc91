package org.unenrol.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.model.ManagedAreas;

class ExternalIdentitiesTests {

    private static final ExternalIdentity ADA = new ExternalIdentity("https://id.example", "1");
    private static final ExternalIdentity EVE = new ExternalIdentity("https://id.example", "2");
    private static final ExternalIdentity ELSEWHERE = new ExternalIdentity("https://else", "1");

    private final Accounts accounts = new Accounts(AccountsDatabase.SERVER.jdbc());
    private final ExternalIdentities identities =
            new ExternalIdentities(AccountsDatabase.SERVER.jdbc());
    private final AssertedAccounts asserted =
            new AssertedAccounts(
                    AccountsDatabase.SERVER.jdbc(),
                    new TransactionTemplate(AccountsDatabase.SERVER.transactions()));

    @BeforeEach
    void clear() {
        AccountsDatabase.clear();
        add("ada", null);
    }

    @Test
    void areFoundOnceTheyHaveAnAccount() {
        assertThat(identities.find(ADA)).isEmpty();

        assertThat(identities.link("ADA", ADA)).isTrue();

        assertThat(identities.find(ADA)).contains("ada");
        assertThat(identities.find(ELSEWHERE)).isEmpty();
    }

    @Test
    void areNotGivenWhatIsSomebodyElses() {
        identities.link("ada", ADA);
        add("local", "{noop}password");

        assertThat(identities.link("ada", EVE)).isFalse();
        assertThat(identities.link("local", EVE)).isFalse();
        assertThat(identities.link("nobody", EVE)).isFalse();
        assertThat(identities.link("ada", ADA)).isFalse();

        assertThat(identities.find(EVE)).isEmpty();
        assertThat(identities.link("ada", ELSEWHERE)).isTrue();
    }

    @Test
    void keepTheirAccountAsTheProviderSays() {
        accounts.grant("ada", Set.of("Safety", "Finance"));

        asserted.update(
                "Ada",
                "Ada L",
                "l@example.org",
                Role.CONTENT_ADMINISTRATOR,
                Set.of("Law", "Safety"));

        assertThat(accounts.find("ada"))
                .contains(
                        new Account(
                                "ada",
                                "Ada L",
                                "l@example.org",
                                Role.CONTENT_ADMINISTRATOR,
                                null,
                                null));
        assertThat(accounts.areasOf("ada")).isEqualTo(ManagedAreas.of(Set.of("Law", "Safety")));
    }

    @Test
    void areOfTheProviderThatIsNamed() {
        add("cy", null);
        identities.link("cy", new ExternalIdentity("https://one.example", "1"));

        assertThat(identities.usernames("https://one.example")).contains("cy");
        assertThat(identities.usernames("https://none.example")).isEmpty();
    }

    @Test
    void keepWhatTheProviderDoesNotSay() {
        asserted.update("ada", "Ada", "a@example.org", Role.CONTENT_ADMINISTRATOR, Set.of("Law"));

        asserted.update("ada", "Ada L", "a@example.org", null, null);

        assertThat(accounts.find("ada").map(Account::role)).contains(Role.CONTENT_ADMINISTRATOR);
        assertThat(accounts.areasOf("ada")).isEqualTo(ManagedAreas.of(Set.of("Law")));
    }

    private void add(String username, @Nullable String password) {
        accounts.add(new Account(username, "Name", "n@example.org", Role.NONE, null, password));
    }
}
