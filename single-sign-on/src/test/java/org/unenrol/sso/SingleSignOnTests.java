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
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.account.token.TokenScope;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.access.FurtherTokens;
import org.unenrol.portal.access.TokenSignIn;
import org.unenrol.test.browser.Chromium;
import org.unenrol.test.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            "unenrol.single-sign-on.new-accounts=create",
            "unenrol.api.jwt.audience=unenrol-api",
            "unenrol.api.jwt.scope-claim=unenrol.permissions",
            "unenrol.api.jwt.scopes.reader=imports:read"
        })
class SingleSignOnTests {

    private static final TestDatabase DATABASE = TestDatabase.start("sso", "Asia/Kathmandu");
    private static final int PORT = freePort();
    private static final Keycloak KEYCLOAK = Keycloak.start(freePort(), PORT);

    @Autowired private Accounts accounts;
    @Autowired private FurtherTokens tokens;
    @Autowired private BackChannelLogout logout;
    @Autowired private FindByIndexNameSessionRepository<? extends Session> sessions;
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
        settings.add("unenrol.api.jwt.issuer", KEYCLOAK::issuer);
        settings.add(
                "unenrol.api.jwt.service-accounts.hr.import",
                () -> subject(KEYCLOAK.tokenOfTheProgram()));
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
    void endsTheSessionThatALogoutTokenNamesWithoutThePerson() {
        page.navigate(address("/imports"));
        signInAs("cy");
        page.waitForURL(address("/imports*"));
        String sid = idTokenOf("cy").getClaimAsString("sid");

        logOut("another");
        page.navigate(address("/imports"));
        assertThat(page.url()).contains("/imports");

        logOut(sid);
        page.navigate(address("/imports"));
        page.waitForURL(address("/sign-in"));
    }

    private OidcIdToken idTokenOf(String username) {
        Session session = sessions.findByPrincipalName(username).values().iterator().next();
        SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
        return ((OidcUser) context.getAuthentication().getPrincipal()).getIdToken();
    }

    private void logOut(String sid) {
        OidcLogoutToken token =
                OidcLogoutToken.withTokenValue("token")
                        .issuer(KEYCLOAK.issuer())
                        .sessionId(sid)
                        .jti("1")
                        .issuedAt(Instant.now())
                        .audience(List.of("unenrol"))
                        .events(
                                Map.of(
                                        "http://schemas.openid.net/event/backchannel-logout",
                                        Map.of()))
                        .build();
        logout.logout(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                new TestingAuthenticationToken(token, ""));
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

    @Test
    void letsAProgramUseTheApiForTheAccountThatIsNamed() {
        String token = KEYCLOAK.tokenOfTheProgram().path("access_token").asString();
        assertThat(tokens.signIn(token)).isEmpty();
        accounts.add(
                new Account(
                        "hr.import",
                        "HR",
                        "hr@example.org",
                        Role.CONTENT_ADMINISTRATOR,
                        null,
                        null));

        TokenSignIn program = tokens.signIn(token).orElseThrow();

        assertThat(program.getName()).isEqualTo("hr.import");
        assertThat(program.covers(TokenScope.IMPORTS_READ)).isTrue();
        assertThat(program.covers(TokenScope.IMPORTS_VERIFY)).isFalse();
        assertThat(tokens.signIn(token.substring(0, token.length() - 8) + "AAAAAAAA")).isEmpty();
    }

    @Test
    void letsAProgramUseTheApiInTheNameOfWhoeverHasSignedInOnce() {
        JsonNode told = KEYCLOAK.tokensOf("cy");
        String token = told.path("access_token").asString();
        assertThat(tokens.signIn(token)).isEmpty();
        page.navigate(address("/imports"));
        signInAs("cy");
        page.waitForURL(address("/imports*"));

        assertThat(tokens.signIn(token).map(TokenSignIn::getName)).contains("cy");
        assertThat(tokens.signIn(told.path("id_token").asString())).isEmpty();
    }

    private static String subject(JsonNode told) {
        String payload = told.path("access_token").asString().split("\\.", 3)[1];
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(payload))
                .path("sub")
                .asString();
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
