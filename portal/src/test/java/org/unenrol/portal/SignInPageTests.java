package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignInPageTests extends PageTestCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | ?failed     | Error: Sign in   | The username or the password is not right
                    de | ?failed     | Fehler: Anmelden | Der Benutzername oder das Passwort ist nicht richtig
                    en | ?wait=40    | Error: Sign in   | Too many tries: wait 40 seconds, then try again
                    de | ?wait=40    | Fehler: Anmelden | Zu viele Versuche: Warten Sie 40 Sekunden und versuchen Sie es dann erneut
                    en | ?signed-out | Sign in          | You have signed out.
                    de | ?signed-out | Anmelden         | Sie haben die Sitzung beendet.
                    """)
    void saysWhyOneIsHere(String language, String query, String title, String sentence) {
        MvcTestResult shown =
                browser.get()
                        .uri("/sign-in" + query)
                        .header("Accept-Language", language)
                        .exchange();

        assertThat(shown).bodyText().contains("<title>" + title + " – Unenrol</title>");
        assertThat(read(shown)).contains(sentence);
    }

    @Test
    void hidesThePasswordAndNamesItForManagersOfPasswords() {
        assertThat(browser.get().uri("/sign-in").exchange())
                .bodyText()
                .contains("type=\"password\" autocomplete=\"current-password\"")
                .doesNotContain("onpaste", "autocomplete=\"off\"");
    }

    @Test
    void letsAnAdministratorIn() {
        assertThat(signIn("global.admin", PASSWORD)).hasRedirectedUrl("/");
        assertThat(page("/", "en")).hasRedirectedUrl("/catalogue");
        assertThat(signIn("global.admin", "wrong")).hasRedirectedUrl("/sign-in?failed");
    }

    @Test
    void isWhereEveryPageLeadsOneWhoHasNotSignedIn() {
        assertThat(browser.get().uri("/imports")).hasRedirectedUrl("/sign-in");
        assertThat(browser.get().uri("/imports").header("HX-Request", "true")).hasStatus(401);
    }

    @Test
    void letsNobodyWorkWhoIsNoAdministrator() {
        assertThat(browser.get().uri("/catalogue").with(as("amelia.hughes"))).hasStatus(403);
    }

    private MvcTestResult signIn(String username, String password) {
        return browser.post()
                .uri("/sign-in")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
