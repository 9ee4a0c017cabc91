package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;
import static org.unenrol.portal.PortalDatabase.SERVER;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;
import org.unenrol.portal.entry.StartsOfTheService;

/** The ways in besides the sign-in. */
@ExtendWith(OutputCaptureExtension.class)
class EntryTests extends AccountsTestCase {

    private static final String BROWSER = "unenrol-browser";

    @Autowired private StartsOfTheService starts;

    @AfterEach
    void restoreAdministrators() {
        JDBC.sql("delete from accounts.account where username = 'first'").update();
        JDBC.sql("delete from accounts.one_time_link").update();
        JDBC.sql("update accounts.account set disabled_at = null").update();
    }

    @Test
    void sendALinkThatSetsAnotherPasswordOnce() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);

        assertThat(postAsNobody("/forgotten-password", "person", username + "@EXAMPLE.org"))
                .hasRedirectedUrl("/forgotten-password?asked");
        Awaitility.await().until(() -> mails(username) == 1);
        String token = mailedToken(username);
        assertThat(choose(token, "short")).hasStatus(422);
        assertThat(choose(token, GOOD)).hasRedirectedUrl("/sign-in?password-chosen");

        assertThat(choose(token, GOOD)).hasStatus(410);
        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
        assertThat(signIn(username, PASSWORD)).isNull();
        assertThat(signIn(username, GOOD)).isNotNull();
    }

    @Test
    void letWhoeverHasALinkSignInThoughOthersGuess() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        postAsNobody("/forgotten-password", "person", username);
        Awaitility.await().until(() -> mails(username) == 1);
        guessFromElsewhere(username);
        Cookie known = choose(mailedToken(username), GOOD).getResponse().getCookie(BROWSER);

        assertThat(signIn(username, GOOD)).isNull();
        assertThat(signIn(username, GOOD, known)).isNotNull();
    }

    private static void guessFromElsewhere(String username) {
        JDBC.sql(
                        """
                        insert into portal.sign_in (account, place, failures, failed_at)
                        select encode(sha256(convert_to(?, 'UTF8')), 'hex'), 'place ' || i, 1, now()
                        from generate_series(1, 30) as i
                        """)
                .param(username)
                .update();
    }

    @Test
    void sendNoMoreThanFiveMailsAnHourAndNoneToNobody() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        for (int i = 0; i < 7; i++) {
            postAsNobody("/forgotten-password", "person", username);
        }
        postAsNobody("/forgotten-password", "person", "nobody at all");
        postAsNobody("/forgotten-password", "person", "");
        String other = somebody(Role.CONTENT_ADMINISTRATOR);
        postAsNobody("/forgotten-password", "person", other);

        Awaitility.await().until(() -> mails(other) == 1);
        assertThat(mails(username)).isEqualTo(5);
        SERVER.letPass(Duration.ofMinutes(61), "accounts.one_time_link", "made_at", "ends_at");
        postAsNobody("/forgotten-password", "person", username);
        Awaitility.await().until(() -> mails(username) == 6);
    }

    /** So the answer takes as long whether there is an account or not. */
    @Test
    void answerBeforeTheyLookForAnAccount() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        starts.whileLinksAreLocked(
                () -> {
                    assertThat(postAsNobody("/forgotten-password", "person", username))
                            .hasRedirectedUrl("/forgotten-password?asked");
                    assertThat(mails(username)).isZero();
                });
        Awaitility.await().until(() -> mails(username) == 1);
    }

    @Test
    void showALinkInTheConsoleForTheFirstAdministrator(CapturedOutput console) {
        assertThat(starts.tokenShown(console)).isEmpty();
        withoutAdministrators();
        String token = starts.tokenShown(console).orElseThrow();
        assertThat(get("/first-administrator?token=" + token)).hasStatusOk();
        assertThat(makeFirst(token, "Global.Admin", GOOD)).hasStatus(422);
        assertThat(makeFirst(token, "first", "first-first-first")).hasStatus(422);

        assertThat(makeFirst(token, "first", GOOD)).hasRedirectedUrl("/sign-in?password-chosen");

        assertThat(makeFirst(token, "second", GOOD)).hasStatus(410);
        Cookie session = signIn("first", GOOD);
        assertThat(session).isNotNull();
        assertThat(get("/accounts", session)).hasStatusOk();
        assertThat(starts.tokenShown(console)).isEmpty();
    }

    @Test
    void endTheLinkInTheConsoleAfterADay(CapturedOutput console) {
        withoutAdministrators();
        String token = starts.tokenShown(console).orElseThrow();

        SERVER.letPass(Duration.ofHours(25), "accounts.one_time_link", "made_at", "ends_at");

        assertThat(get("/first-administrator?token=" + token)).hasStatus(410);
    }

    @Test
    void takeALinkForNothingElseThanItIsFor(CapturedOutput console) {
        withoutAdministrators();
        String token = starts.tokenShown(console).orElseThrow();

        assertThat(get("/choose-password?token=" + token)).hasStatus(410);
        assertThat(choose(token, GOOD)).hasStatus(410);
        assertThat(makeFirst("another", "first", GOOD)).hasStatus(410);
    }

    @Test
    void inviteTheFirstAdministratorByMailOnce(CapturedOutput console) {
        withoutAdministrators();

        starts.withFirstAdministrator("first@example.org", "first");
        starts.withFirstAdministrator("first@example.org", "first");

        assertThat(mails("first")).isEqualTo(1);
        assertThat(console).doesNotContain("token=");
        assertThat(choose(mailedToken("first"), GOOD)).hasStatus(302);
        assertThat(get("/accounts", signIn("first", GOOD))).hasStatusOk();
    }

    private static void withoutAdministrators() {
        JDBC.sql("update accounts.account set disabled_at = now()").update();
    }

    private MvcTestResult choose(String token, String password) {
        return postAsNobody(
                "/choose-password", "token", token, "password", password, "again", password);
    }

    private MvcTestResult makeFirst(String token, String username, String password) {
        return postAsNobody(
                "/first-administrator",
                "token",
                token,
                "username",
                username,
                "name",
                "Fay First",
                "email",
                "fay@example.org",
                "password",
                password,
                "again",
                password);
    }
}
