package org.unenrol.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.account.OneTimeLink.Kind;

class OneTimeLinksTests {

    private static final Duration VALID = Duration.ofMinutes(30);

    private final AccountDirectory directory = new AccountDirectory(AccountsDatabase.SERVER.jdbc());
    private final OneTimeLinks links = new OneTimeLinks(AccountsDatabase.SERVER.jdbc());
    private long ada;

    @BeforeEach
    void addAccount() {
        AccountsDatabase.clear();
        ada =
                directory
                        .add(
                                "ada",
                                new AccountDetails(
                                        "Ada", "ada@example.org", Role.CONTENT_ADMINISTRATOR, null),
                                Set.of())
                        .orElseThrow();
    }

    @Test
    void workOnce() {
        String token = links.make(Kind.INVITATION, ada, VALID);

        assertThat(links.look(token)).contains(new OneTimeLink(Kind.INVITATION, "ada"));
        assertThat(links.use(token)).contains(new OneTimeLink(Kind.INVITATION, "ada"));
        assertThat(links.use(token)).isEmpty();
        assertThat(links.look(token)).isEmpty();
        assertThat(links.use("another")).isEmpty();
    }

    @Test
    void workForTheirTime() {
        String token = links.make(Kind.NEW_PASSWORD, ada, VALID);

        AccountsDatabase.SERVER.letPass(
                VALID.plusSeconds(1), "accounts.one_time_link", "made_at", "ends_at");

        assertThat(links.look(token)).isEmpty();
        assertThat(links.use(token)).isEmpty();
    }

    @Test
    void doNotWorkForAnAccountThatIsDisabled() {
        String token = links.make(Kind.NEW_PASSWORD, ada, VALID);
        AccountsDatabase.SERVER
                .jdbc()
                .sql("update accounts.account set disabled_at = now()")
                .update();

        assertThat(links.look(token)).isEmpty();
        assertThat(links.use(token)).isEmpty();
    }

    @Test
    void areMadeVoidForOneAccountOrForTheFirstAdministrator() {
        String first = links.make(Kind.FIRST_ADMINISTRATOR, null, VALID);
        String hers = links.make(Kind.INVITATION, ada, VALID);

        links.makeVoid(ada);
        assertThat(links.look(hers)).isEmpty();
        assertThat(links.look(first)).contains(new OneTimeLink(Kind.FIRST_ADMINISTRATOR, null));

        links.makeVoid(null);
        assertThat(links.use(first)).isEmpty();
    }

    @Test
    void areCountedAndLeaveNothingInTheDatabaseThatWouldLetSomebodyIn() {
        String token = links.make(Kind.NEW_PASSWORD, ada, VALID);
        links.make(Kind.INVITATION, ada, VALID);

        assertThat(links.made(Kind.NEW_PASSWORD, ada, Duration.ofHours(1))).isEqualTo(1);
        assertThat(token).hasSize(43);
        assertThat(
                        AccountsDatabase.SERVER
                                .jdbc()
                                .sql("select one_time_link::text from accounts.one_time_link")
                                .query(String.class)
                                .list())
                .hasSize(2)
                .noneMatch(row -> row.contains(token));
    }
}
