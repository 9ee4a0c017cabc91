package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;
import org.unenrol.model.ManagedAreas;

/** The pages on which Global administrators look after accounts. */
class AccountsPageTests extends AccountsTestCase {

    @Test
    void inviteSomebodyByMail() {
        String username = "new-" + UUID.randomUUID();

        MvcTestResult invited =
                post(
                        "/accounts",
                        "global.admin",
                        "username",
                        " " + username + " ",
                        "name",
                        "New Person",
                        "email",
                        "new@example.org",
                        "role",
                        "CONTENT_ADMINISTRATOR",
                        "areas",
                        "Safeguarding",
                        "language",
                        "de");

        assertThat(invited)
                .hasRedirectedUrl("/accounts/" + id(username))
                .flash()
                .containsEntry("done", "invited");
        assertThat(accounts.areasOf(username).names()).containsExactly("Safeguarding");
        assertThat(
                        JDBC.sql(
                                        "select recipient || ' ' || language from imports.mail where username = ?")
                                .param(username)
                                .query(String.class)
                                .single())
                .isEqualTo("new@example.org de");
        assertThat(read("/accounts?search=" + username, "en")).contains("New Person", "Invited");
        assertThat(get("/choose-password?token=" + mailedToken(username))).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''    | Alex | a@example.org | Write a username of at most 100 characters
                    new   | ''   | a@example.org | Write a name of at most 200 characters
                    new   | Alex | example.org   | Write an email address, such as alex@example.org
                    new   | Alex | a@b@c         | Write an email address, such as alex@example.org
                    GLOBAL.Admin | Alex | a@example.org | There is an account of this username already
                    """)
    void sayWhatIsWrongWithAnInvitation(
            String username, String name, String email, String sentence) {
        MvcTestResult answer =
                post(
                        "/accounts",
                        "global.admin",
                        "username",
                        username,
                        "name",
                        name,
                        "email",
                        email,
                        "role",
                        "NONE",
                        "language",
                        "en");

        assertThat(answer).hasStatus(422).bodyText().contains("<title>Error: ", "aria-invalid");
        assertThat(read(answer)).contains(sentence);
    }

    @Test
    void sendAnInvitationAgainAndALinkToWhoeverHasAPassword() {
        String invited = somebody(Role.CONTENT_ADMINISTRATOR);
        JDBC.sql("update accounts.account set password = null where username = ?")
                .param(invited)
                .update();

        assertThat(post("/accounts/" + id(invited) + "/link", "global.admin"))
                .flash()
                .containsEntry("done", "invited");
        String first = mailedToken(invited);
        post("/accounts/" + id(invited) + "/link", "global.admin");

        assertThat(get("/choose-password?token=" + first)).hasStatus(410);
        assertThat(get("/choose-password?token=" + mailedToken(invited))).hasStatusOk();
        String other = somebody(Role.CONTENT_ADMINISTRATOR);
        assertThat(post("/accounts/" + id(other) + "/link", "global.admin"))
                .flash()
                .containsEntry("done", "link-sent");
        assertThat(mails(other)).isEqualTo(1);
    }

    @Test
    void changeWhatSomebodyMayDoFromTheNextPageOn() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        Cookie session = session(username);
        assertThat(get("/accounts", session)).hasStatusOk();

        MvcTestResult changed =
                post(
                        "/accounts/" + id(username),
                        "global.admin",
                        "name",
                        "Another Name",
                        "email",
                        "another@example.org",
                        "role",
                        "CONTENT_ADMINISTRATOR",
                        "areas",
                        "Digital skills",
                        "language",
                        "de");

        assertThat(changed).flash().containsEntry("done", "changed");
        assertThat(get("/accounts", session)).hasStatus(404);
        assertThat(read(get("/imports", session)))
                .contains("Another Name Content administrator")
                .doesNotContain("Webhooks");
        assertThat(accounts.areasOf(username).names()).containsExactly("Digital skills");
        assertThat(accounts.areasOf("global.admin")).isEqualTo(ManagedAreas.EVERY);
    }

    @Test
    void disableAnAccountAndEndItsSessionsAtOnce() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);
        assertThat(get("/imports", session)).hasStatusOk();

        assertThat(post("/accounts/" + id(username) + "/disable", "global.admin"))
                .flash()
                .containsEntry("done", "disabled");

        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
        assertThat(
                        JDBC.sql(
                                        "select count(*) from portal.spring_session where principal_name = ?")
                                .param(username)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(signIn(username, PASSWORD)).isNull();
        assertThat(post("/accounts/" + id(username) + "/link", "global.admin")).hasStatus(302);
        assertThat(mails(username)).isZero();
        post("/accounts/" + id(username) + "/enable", "global.admin");
        assertThat(signIn(username, PASSWORD)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "demote"})
    void keepTheLastGlobalAdministrator(String how) {
        String other = somebody(Role.GLOBAL_ADMINISTRATOR);
        String only = "global.admin";
        assertThat(read(post("/accounts/" + id(only) + "/disable", only)))
                .contains("You cannot disable your own account");
        JDBC.sql(
                        """
                        update accounts.account set disabled_at = now()
                        where username not in ('global.admin') and role = 'GLOBAL_ADMINISTRATOR'
                        """)
                .update();

        MvcTestResult answer =
                how.equals("demote")
                        ? post(
                                "/accounts/" + id(only),
                                only,
                                "name",
                                "Helen",
                                "email",
                                "h@example.org",
                                "role",
                                "NONE")
                        : post("/accounts/" + id(other) + "/disable", only);

        if (how.equals("demote")) {
            assertThat(answer).hasStatus(422);
            assertThat(read(answer)).contains("This is the last Global administrator");
        } else {
            assertThat(answer).hasStatus(302);
        }
        assertThat(accounts.areasOf(only)).isEqualTo(ManagedAreas.EVERY);
    }

    @Test
    void showWhenAndWhereSomebodyHasTriedToSignIn() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        signIn(username, "wrong");
        signIn(username, PASSWORD);

        assertThat(read("/accounts/" + id(username), "en"))
                .containsPattern(
                        "127\\.0\\.0\\.1\\s+Signed in\\s[\\s\\S]+127\\.0\\.0\\.1\\s+Refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/accounts/new", "/accounts/%d"})
    void areForGlobalAdministratorsOnly(String path) {
        String page = path.formatted(id("global.admin"));

        assertThat(browser.get().uri(page).with(as("content.admin"))).hasStatus(404);
        assertThat(read(browser.get().uri("/imports").with(as("content.admin")).exchange()))
                .doesNotContain("Accounts");
        for (String action : new String[] {"", "/disable", "/enable", "/link"}) {
            assertThat(post("/accounts/" + id("global.admin") + action, "content.admin"))
                    .hasStatus(404);
        }
        assertThat(post("/accounts", "content.admin")).hasStatus(404);
        assertThat(accounts.areasOf("global.admin")).isEqualTo(ManagedAreas.EVERY);
    }
}
