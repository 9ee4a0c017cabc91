package org.unenrol.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Account;
import org.unenrol.account.Role;

/** The page on which somebody looks after their own account. */
class OwnAccountTests extends AccountsTestCase {

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie here = session(username);
        Cookie elsewhere = session(username);

        MvcTestResult changed =
                postHere(
                        "/account/password",
                        here,
                        "old",
                        PASSWORD,
                        "password",
                        GOOD,
                        "again",
                        GOOD);

        assertThat(changed).hasRedirectedUrl("/account");
        assertThat(get("/imports", elsewhere)).hasRedirectedUrl("/sign-in");
        Cookie renewed = Objects.requireNonNull(changed.getResponse().getCookie("unenrol-session"));
        assertThat(renewed.getValue()).isNotEqualTo(here.getValue());
        assertThat(get("/account", renewed)).hasStatusOk();
        assertThat(signIn(username, PASSWORD)).isNull();
        assertThat(signIn(username, GOOD)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wrong                   | seven green boats | seven green boats | This is not your current password
                    a password of the tests | short             | short             | it must have at least 12 characters
                    a password of the tests | password1234      | password1234      | as many people have it
                    a password of the tests | seven green boats | seven grey boats  | The two passwords differ
                    """)
    void refusesAPassword(String old, String password, String again, String sentence) {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);

        MvcTestResult answer =
                postHere(
                        "/account/password",
                        session,
                        "old",
                        old,
                        "password",
                        password,
                        "again",
                        again);

        assertThat(answer).hasStatus(422).bodyText().doesNotContain("seven gre");
        assertThat(read(answer)).contains(sentence);
        assertThat(signIn(username, PASSWORD)).isNotNull();
    }

    @Test
    void slowsDownWhoeverGuessesTheOldPassword() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);
        for (int i = 0; i < 5; i++) {
            postHere("/account/password", session, "old", "x", "password", GOOD, "again", GOOD);
        }

        assertThat(
                        read(
                                postHere(
                                        "/account/password",
                                        session,
                                        "old",
                                        PASSWORD,
                                        "password",
                                        GOOD,
                                        "again",
                                        GOOD)))
                .contains("Too many tries");
    }

    @Test
    void endsAnotherSession() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie here = session(username);
        Cookie elsewhere = session(username);
        String page = read(get("/account", here));
        assertThat(page).contains("This session", "127.0.0.1").containsOnlyOnce(" End :");
        String body =
                new String(get("/account", here).getResponse().getContentAsByteArray(), UTF_8);
        String handle = body.replaceAll("(?s).*name=\"session\" value=\"(\\w+)\".*", "$1");

        assertThat(postHere("/account/sessions/end", here, "session", handle))
                .hasRedirectedUrl("/account");

        assertThat(get("/imports", elsewhere)).hasRedirectedUrl("/sign-in");
        assertThat(get("/imports", here)).hasStatusOk();
        assertThat(body).doesNotContain(elsewhere.getValue());
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        Cookie mine = session(somebody(Role.CONTENT_ADMINISTRATOR));
        String other = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie theirs = session(other);
        session(other);
        String body =
                new String(get("/account", theirs).getResponse().getContentAsByteArray(), UTF_8);
        String handle = body.replaceAll("(?s).*name=\"session\" value=\"(\\w+)\".*", "$1");

        postHere("/account/sessions/end", mine, "session", handle);

        assertThat(read(get("/account", theirs))).contains(" End :");
    }

    @Test
    void choosesTheLanguageOfEmails() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);

        assertThat(postHere("/account/language", session, "language", "de"))
                .hasRedirectedUrl("/account");

        assertThat(directory.find(username).orElseThrow().language()).isEqualTo("de");
        assertThat(read(get("/account", session))).contains("language of your emails has been");
        assertThat(postHere("/account/language", session, "language", "xx")).hasStatus(404);
    }

    @Test
    void takesNoFieldThatItsFormDoesNotHave() {
        String username = somebody(Role.CONTENT_ADMINISTRATOR);
        Cookie session = session(username);

        postHere(
                "/account/language",
                session,
                "language",
                "de",
                "role",
                "GLOBAL_ADMINISTRATOR",
                "email",
                "elsewhere@example.org",
                "known.role",
                "GLOBAL_ADMINISTRATOR");

        assertThat(accounts.find(username).orElseThrow())
                .returns(Role.CONTENT_ADMINISTRATOR, Account::role)
                .returns(username + "@example.org", Account::email);
    }
}
