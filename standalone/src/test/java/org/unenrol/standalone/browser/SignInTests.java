package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInTests extends PortalTestCase {

    @Test
    void leadsOnToWhereTheLinkPointed() {
        open("/reports/learners");
        signInHere("content.admin", "a password for tests");

        page.waitForURL("**/reports/learners");
    }

    @Test
    void isNotAskedForAgainByWhoeverComesBackToItsPage() {
        signIn("global.admin");
        open("/sign-in");

        assertThat(page.url()).endsWith("/catalogue");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownUsername() {
        open("/sign-in");
        signInHere("global.admin", "wrong");
        String wrong = problem();
        assertAccessible();
        signInHere("nobody-" + UUID.randomUUID(), "wrong");

        assertThat(problem()).isEqualTo(wrong);
    }

    @Test
    void tellsALearnerThatThePortalIsForAdministrators() {
        open("/sign-in");
        signInHere("amelia.hughes", "a password for tests");

        page.getByText("Your account is not an administrator's").waitFor();
        assertAccessible();
    }

    @Test
    void keepsTheSessionInACookieThatScriptsAndOtherSitesDoNotGet() {
        signInAnew("global.admin");

        Cookie session =
                context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("unenrol-session"))
                        .findFirst()
                        .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void signsOut() {
        signInAnew("global.admin");
        button("Sign out").click();
        page.getByText("You have signed out.").waitFor();
        open("/imports");

        assertThat(page.url()).endsWith("/sign-in");
    }

    @Test
    void givesTheApiNothingForASession() {
        signIn("global.admin");

        assertThat(page.request().get(system.url() + "/api/v1/imports").status()).isEqualTo(401);
    }

    @Test
    void changesNothingWithoutTheTokenOfAForm() {
        signIn("global.admin");

        assertThat(page.request().post(system.url() + "/sign-out").url())
                .endsWith("/sign-in?expired");
        open("/imports");
        assertThat(page.url()).endsWith("/imports");
    }

    @Test
    void takesNoFileWithoutTheTokenOfAForm() {
        signIn("global.admin");
        String name = "forged-%s.csv".formatted(UUID.randomUUID());
        FormData form = FormData.create().set("file", payload(name, fileOf(learners.enrolled(1))));

        assertThat(
                        page.request()
                                .post(
                                        system.url() + "/imports",
                                        RequestOptions.create().setMultipart(form))
                                .url())
                .endsWith("/sign-in?expired");
        open("/imports");
        assertThat(page.url()).endsWith("/imports");
        assertThat(page.content()).doesNotContain(name);
    }
}
