package org.unenrol.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.unenrol.account.AccountAdministration.Result.DONE;
import static org.unenrol.account.AccountAdministration.Result.LAST_GLOBAL_ADMINISTRATOR;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.model.ManagedAreas;

class AccountAdministrationTests {

    private final TransactionOperations transaction = AccountsDatabase.TRANSACTION;
    private final Accounts accounts = new Accounts(AccountsDatabase.SERVER.jdbc());
    private final AccountDirectory directory = new AccountDirectory(AccountsDatabase.SERVER.jdbc());
    private final AccountAdministration administration =
            new AccountAdministration(AccountsDatabase.SERVER.jdbc(), transaction, directory);

    @BeforeEach
    void clear() {
        AccountsDatabase.clear();
    }

    @Test
    void findsAccountsByPartsOfWhatTheyAreKnownBy() {
        add("Bo", Role.CONTENT_ADMINISTRATOR, "secret");
        add("ada", Role.GLOBAL_ADMINISTRATOR, null);
        add("50%_\\", Role.NONE, null);

        assertThat(directory.search("", 0, 9))
                .extracting(AccountEntry::username)
                .containsExactly("50%_\\", "ada", "Bo");
        assertThat(directory.search("", 1, 1))
                .extracting(AccountEntry::username)
                .containsExactly("ada");
        assertThat(directory.search(" of BO ", 0, 9)).hasSize(1);
        assertThat(directory.search("ada@EXAMPLE", 0, 9)).hasSize(1);
        assertThat(directory.search("%_", 0, 9)).hasSize(1);
    }

    @Test
    void addsAnAccountThatCannotSignInYet() {
        long id = add("Ada", Role.CONTENT_ADMINISTRATOR, null);

        assertThat(directory.find("aDA"))
                .contains(
                        new AccountEntry(
                                id,
                                "Ada",
                                new AccountDetails(
                                        "Name of Ada",
                                        "Ada@example.org",
                                        Role.CONTENT_ADMINISTRATOR,
                                        "de"),
                                List.of("Health", "Safety"),
                                false,
                                false,
                                null));
        assertThat(directory.add("ADA", details(Role.NONE), Set.of())).isEmpty();
    }

    @Test
    void findsTheAccountsOfAPerson() {
        add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        long gone = add("bo", Role.GLOBAL_ADMINISTRATOR, "secret");
        administration.disable(gone);

        assertThat(directory.ofPerson(" ADA ")).hasSize(1);
        assertThat(directory.ofPerson("ada@EXAMPLE.org")).hasSize(1);
        assertThat(directory.ofPerson("bo")).isEmpty();
        assertThat(directory.ofPerson("eve\0")).isEmpty();
    }

    @Test
    void changesWhatAnAccountMayDo() {
        add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        long bo = add("bo", Role.GLOBAL_ADMINISTRATOR, "secret");

        AccountDetails changed =
                new AccountDetails("Bo B", "b@example.com", Role.CONTENT_ADMINISTRATOR, null);
        assertThat(administration.change(bo, changed, Set.of("Digital"))).isEqualTo(DONE);
        administration.setLanguage("BO", "en");

        assertThat(accounts.areasOf("bo")).isEqualTo(ManagedAreas.of(Set.of("Digital")));
        assertThat(directory.find(bo).orElseThrow().details())
                .isEqualTo(
                        new AccountDetails(
                                "Bo B", "b@example.com", Role.CONTENT_ADMINISTRATOR, "en"));
    }

    @Test
    void takesEverythingFromAnAccountThatIsDisabledAndGivesItBack() {
        long bo = add("bo", Role.CONTENT_ADMINISTRATOR, "secret");

        assertThat(administration.disable(bo)).isEqualTo(DONE);
        assertThat(directory.find(bo).orElseThrow().disabled()).isTrue();
        assertThat(accounts.find("bo"))
                .hasValueSatisfying(
                        account -> {
                            assertThat(account.role()).isEqualTo(Role.NONE);
                            assertThat(account.encodedPassword()).isNull();
                        });
        assertThat(accounts.areasOf(Set.of("bo"))).isEqualTo(Map.of("bo", ManagedAreas.NONE));

        administration.enable(bo);
        assertThat(accounts.find("bo").map(Account::encodedPassword)).contains("secret");
        assertThat(accounts.areasOf("bo").contains("Health")).isTrue();
    }

    @Test
    void keepsTheLastGlobalAdministratorWhoCanSignIn() {
        long ada = add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        long invited = add("bo", Role.GLOBAL_ADMINISTRATOR, null);

        assertThat(administration.disable(ada)).isEqualTo(LAST_GLOBAL_ADMINISTRATOR);
        assertThat(administration.change(ada, details(Role.NONE), Set.of()))
                .isEqualTo(LAST_GLOBAL_ADMINISTRATOR);
        assertThat(administration.change(ada, details(Role.GLOBAL_ADMINISTRATOR), Set.of()))
                .isEqualTo(DONE);
        assertThat(administration.disable(invited)).isEqualTo(DONE);
    }

    @Test
    void takesOneWhomAProviderSignsInForOneWhoCanSignIn() {
        long ada = add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        add("bo", Role.GLOBAL_ADMINISTRATOR, null);
        new ExternalIdentities(AccountsDatabase.SERVER.jdbc())
                .link("bo", new ExternalIdentity("https://id.example", "1"));

        assertThat(administration.disable(ada)).isEqualTo(DONE);
    }

    @Test
    void keepsOneOfTwoWhoDisableEachOther() {
        long ada = add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        long bo = add("bo", Role.GLOBAL_ADMINISTRATOR, "secret");

        CompletableFuture<AccountAdministration.Result> other =
                transaction.execute(
                        status -> {
                            assertThat(administration.disable(ada)).isEqualTo(DONE);
                            CompletableFuture<AccountAdministration.Result> waiting =
                                    CompletableFuture.supplyAsync(() -> administration.disable(bo));
                            AccountsDatabase.awaitWaitingForALock();
                            return waiting;
                        });

        assertThat(other.join()).isEqualTo(LAST_GLOBAL_ADMINISTRATOR);
    }

    @Test
    void letsTheFirstAdministratorBeMadeOnce() {
        FirstAdministrator first =
                new FirstAdministrator(AccountsDatabase.SERVER.jdbc(), transaction);
        add("bo", Role.GLOBAL_ADMINISTRATOR, null);
        assertThat(first.isMissing()).isTrue();

        assertThat(
                        first.ifMissing(
                                () -> directory.add("cy", details(Role.NONE), Set.of()).isEmpty()))
                .isFalse();
        assertThat(directory.find("cy")).isEmpty();

        assertThat(first.ifMissing(() -> add("ada", Role.GLOBAL_ADMINISTRATOR, "secret") > 0))
                .isTrue();
        assertThat(first.ifMissing(() -> true)).isFalse();
    }

    @Test
    void forgetsTriesToSignInAfterAYear() {
        long ada = add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        SignInHistory history = new SignInHistory(AccountsDatabase.SERVER.jdbc());
        history.add("ada", "10.0.0.1", true);
        AccountsDatabase.SERVER.letPass(Duration.ofDays(366), "accounts.sign_in", "at");
        history.add("ada", "10.0.0.2", true);

        history.deleteOlderThan(Duration.ofDays(365));

        assertThat(history.latest(ada, 9))
                .extracting(SignInEntry::place)
                .containsExactly("10.0.0.2");
    }

    @Test
    void keepsTheLatestSignInsOfEachAccount() {
        long ada = add("ada", Role.GLOBAL_ADMINISTRATOR, "secret");
        long bo = add("bo", Role.NONE, null);
        SignInHistory history = new SignInHistory(AccountsDatabase.SERVER.jdbc());
        history.add("bo", "10.0.0.1", true);
        for (int i = 0; i < 203; i++) {
            history.add("ADA", "10.0.0." + i, i == 201);
        }
        history.add("nobody", "10.0.0.1", false);

        assertThat(history.latest(ada, 2))
                .extracting(SignInEntry::place, SignInEntry::succeeded)
                .containsExactly(tuple("10.0.0.202", false), tuple("10.0.0.201", true));
        assertThat(history.latest(ada, 999)).hasSize(200);
        assertThat(history.latest(bo, 999)).hasSize(1);
        assertThat(directory.find(ada).orElseThrow().lastSignIn())
                .isEqualTo(history.latest(ada, 2).get(1).at());
    }

    @Test
    void keepsAPasswordInAnotherEncodingUnlessThereIsAnotherPassword() {
        add("ada", Role.GLOBAL_ADMINISTRATOR, "old");

        accounts.encodeAnew("Ada", "old", "anew");
        accounts.encodeAnew("Ada", "old", "late");

        assertThat(accounts.find("ada").map(Account::encodedPassword)).contains("anew");
    }

    private static AccountDetails details(Role role) {
        return new AccountDetails("Somebody", "somebody@example.org", role, null);
    }

    private long add(String username, Role role, @Nullable String password) {
        long id =
                directory
                        .add(
                                username,
                                new AccountDetails(
                                        "Name of " + username,
                                        username + "@example.org",
                                        role,
                                        "de"),
                                Set.of("Safety", "Health"))
                        .orElseThrow();
        if (password != null) {
            accounts.setPassword(username, password);
        }
        return id;
    }
}
