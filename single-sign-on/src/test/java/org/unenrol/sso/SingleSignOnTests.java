package org.unenrol.sso;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.model.ManagedAreas;
import org.unenrol.test.browser.Chromium;
import org.unenrol.test.database.TestDatabase;

/** The whole way of a browser, from the sign-in page to a Keycloak server and back. */
@SpringBootTest(
        classes = PortalWithSingleSignOn.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.config.name=services,portal",
            "spring.security.oauth2.client.registration.organisation.client-name=Organisation",
            "spring.security.oauth2.client.registration.organisation.client-id=unenrol",
            "spring.security.oauth2.client.registration.organisation.client-secret=secret of the tests",
            "spring.security.oauth2.client.registration.organisation.scope=openid,profile,email",
            "spring.security.oauth2.client.registration.away.client-id=unenrol",
            "spring.security.oauth2.client.registration.away.client-secret=secret",
            "spring.security.oauth2.client.provider.away.issuer-uri=http://localhost:1/away",
            "unenrol.single-sign-on.role-claim=organisation.roles",
            "unenrol.single-sign-on.global-administrators=unenrol-global",
            "unenrol.single-sign-on.content-administrators=unenrol-content",
            "unenrol.single-sign-on.areas-claim=departments",
            "unenrol.single-sign-on.areas.hr=Human resources",
            "unenrol.single-sign-on.new-accounts=create"
        })
class SingleSignOnTests {

    private static final TestDatabase DATABASE = TestDatabase.start("sso", "Asia/Kathmandu");
    private static final int PORT = freePort();
    private static final Keycloak KEYCLOAK = Keycloak.start(freePort(), PORT);

    @Autowired private Accounts accounts;
    @Autowired private JdbcClient jdbc;
    private BrowserContext browser;
    private Page page;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::getJdbcUrl);
        settings.add("spring.datasource.username", DATABASE::getUsername);
        settings.add("spring.datasource.password", DATABASE::getPassword);
        settings.add("server.port", () -> PORT);
        settings.add(
                "spring.security.oauth2.client.provider.organisation.issuer-uri", KEYCLOAK::issuer);
    }

    @BeforeEach
    void open() {
        jdbc.sql("truncate accounts.account, portal.spring_session cascade").update();
        browser = Chromium.running().newContext();
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void letsAnAdministratorInAndOutAgain() {
        page.navigate(address("/imports?state=COMPLETED"));
        signInAs("ada");

        page.waitForURL(address("/imports?state=COMPLETED*"));
        assertThat(page.locator("body")).containsText("Ada Example");
        assertThat(accounts.find("ada"))
                .contains(
                        new Account(
                                "ada",
                                "Ada Example",
                                "ada@example.org",
                                Role.GLOBAL_ADMINISTRATOR,
                                null,
                                null));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        page.waitForURL(address("/sign-in?signed-out"));
        choose("Organisation");
        assertThat(page.locator("#username")).isVisible();
        assertThat(page.url()).startsWith(KEYCLOAK.issuer());
    }

    @Test
    void takesRolesAndAreasFromTheProviderEachTime() {
        page.navigate(address("/sign-in"));
        signInAs("cy");
        page.waitForURL(address("/catalogue"));

        assertThat(accounts.find("cy").map(Account::role)).contains(Role.CONTENT_ADMINISTRATOR);
        assertThat(accounts.areasOf("cy")).isEqualTo(ManagedAreas.of(Set.of("Human resources")));

        accounts.grant("cy", Set.of("Finance"));
        browser.clearCookies();
        page.navigate(address("/sign-in"));
        signInAs("cy");
        page.waitForURL(address("/catalogue"));

        assertThat(accounts.areasOf("cy")).isEqualTo(ManagedAreas.of(Set.of("Human resources")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    learner   | You are signed in there, but you are not an administrator here
                    unchecked | does not say what your username or your email address is
                    mallory   | There is an account with your username, and it cannot be given to you
                    """)
    void tellsWhyItLetsSomebodyElseNotIn(String username, String reason) {
        accounts.add(
                new Account(
                        "Mallory",
                        "Another",
                        "m@example.org",
                        Role.GLOBAL_ADMINISTRATOR,
                        null,
                        "{noop}a password of her own"));
        page.navigate(address("/imports"));

        signInAs(username);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(reason);
        page.navigate(address("/imports"));
        page.waitForURL(address("/sign-in"));
        assertThat(accounts.find(username).map(Account::name)).isNotEqualTo(Optional.of("Example"));
    }

    @Test
    void endsTheSessionThatHasEndedAtTheProvider() {
        page.navigate(address("/imports"));
        signInAs("ada");
        page.waitForURL(address("/imports*"));

        KEYCLOAK.endSessions("ada");

        page.navigate(address("/imports"));
        page.waitForURL(address("/sign-in"));
    }

    @Test
    void keepsNobodyOutWhileAProviderIsAway() {
        page.navigate(address("/sign-in"));
        choose("away");

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("The sign-in of your organisation cannot be reached");
        assertThat(page.locator("#password")).isVisible();
        page.navigate(address("/sign-in/with/nobody"));
        assertThat(page.locator("h1")).containsText("not found");
    }

    @Test
    void tellsThatTheProviderHasBrokenOff() {
        page.navigate(address("/login/oauth2/code/organisation?error=access_denied&state=none"));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The sign-in has been broken off");
    }

    private void signInAs(String username) {
        choose("Organisation");
        page.locator("#username").fill(username);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    private void choose(String provider) {
        page.locator("main a").filter(new Locator.FilterOptions().setHasText(provider)).click();
    }

    private static String address(String path) {
        return "http://localhost:" + PORT + path;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
