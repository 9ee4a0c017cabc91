package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;

/**
 * The beginning and the end of sessions, and their cookies; in a context of its own, in which forms
 * have the tokens of the product and not those of other tests.
 */
@TestPropertySource(properties = "unenrol.portal.access.longest-session=12h")
class SessionRulesTests extends AccountsTestCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in?failed",
                "/imports",
                "/forgotten-password",
                "/choose-password?token=none",
                "/nowhere"
            })
    void makeNoneForWhoeverHasNotSignedIn(String path) {
        int before = sessions();

        MvcTestResult answer = get(path);

        assertThat(sessions()).isEqualTo(before);
        assertThat(answer.getResponse().getCookie("unenrol-session")).isNull();
    }

    @Test
    void makeNoneForAWrongPasswordOrAFormWithoutItsToken() {
        int before = sessions();

        signIn("nobody", "wrong");
        assertThat(visitor.post().uri("/sign-out").exchange()).hasRedirectedUrl("/sign-in?expired");

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void endTwelveHoursAfterTheSignInHoweverMuchTheyAreUsed() {
        Cookie session = session(somebody(Role.CONTENT_ADMINISTRATOR));
        assertThat(get("/imports", session)).hasStatusOk();

        JDBC.sql("update portal.spring_session set creation_time = creation_time - 43201000")
                .update();

        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void endAfterHalfAnHourWithoutARequest() {
        Cookie session = session(somebody(Role.CONTENT_ADMINISTRATOR));

        JDBC.sql(
                        """
                        update portal.spring_session
                        set last_access_time = last_access_time - 1801000,
                            expiry_time = expiry_time - 1801000
                        """)
                .update();

        assertThat(get("/imports", session)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void leadToThePageThatSomebodyCameFor() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        Cookie page = returnAddress(get("/imports?state=FAILED"));

        assertThat(signInWith(username, page)).hasRedirectedUrl("/imports?state=FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere",
                "\u0000"
            })
    void leadNowhereElse(String address) {
        Cookie forged =
                new Cookie(
                        "unenrol-return",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(address.getBytes(StandardCharsets.UTF_8)));

        assertThat(signInWith(somebody(Role.GLOBAL_ADMINISTRATOR), forged)).hasRedirectedUrl("/");
    }

    @Test
    void haveCookiesOfThisHostAloneOverHttps() {
        MvcTestResult page = visitor.get().uri("/sign-in").secure(true).exchange();
        Cookie form =
                Arrays.stream(page.getResponse().getCookies())
                        .filter(cookie -> cookie.getName().equals("__Host-unenrol-form"))
                        .findFirst()
                        .orElseThrow();
        MvcTestResult signedIn =
                visitor.post()
                        .uri("/sign-in")
                        .secure(true)
                        .cookie(form)
                        .param("_csrf", token(page))
                        .param("username", somebody(Role.GLOBAL_ADMINISTRATOR))
                        .param("password", PASSWORD)
                        .exchange();
        Cookie session =
                Objects.requireNonNull(signedIn.getResponse().getCookie("__Host-unenrol-session"));

        Cookie known =
                Objects.requireNonNull(signedIn.getResponse().getCookie("__Host-unenrol-browser"));

        for (Cookie cookie : new Cookie[] {form, session, known}) {
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        }
        assertThat(visitor.get().uri("/imports").secure(true).cookie(session)).hasStatusOk();
        assertThat(visitor.get().uri("/imports").cookie(session)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void haveAnIdThatNobodyGuessesAndAnotherOneWithEachSignIn() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        Cookie first = session(username);

        Cookie second = Objects.requireNonNull(signIn(username, PASSWORD, first));

        assertThat(idOf(first)).matches("[A-Za-z0-9_-]{36}");
        assertThat(idOf(second)).matches("[A-Za-z0-9_-]{36}").isNotEqualTo(idOf(first));
        assertThat(get("/imports", first)).hasRedirectedUrl("/sign-in");
        assertThat(get("/imports", second)).hasStatusOk();
    }

    private static String idOf(Cookie session) {
        return new String(
                Base64.getDecoder().decode(session.getValue()), StandardCharsets.US_ASCII);
    }

    @Test
    void keepAPasswordInTodaysEncodingFromTheNextSignInOn() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);

        session(username);

        assertThat(accounts.find(username).orElseThrow().encodedPassword()).startsWith("{bcrypt}");
        assertThat(signIn(username, PASSWORD)).isNotNull();
    }

    private MvcTestResult signInWith(String username, Cookie page) {
        return exchange(
                visitor.post()
                        .uri("/sign-in")
                        .cookie(page)
                        .param("username", username)
                        .param("password", PASSWORD));
    }

    /** With a token as a page has it: that of the tests would be kept in a session. */
    @Override
    MvcTestResult exchange(MockMvcRequestBuilder request) {
        MvcTestResult page = get("/sign-in");
        Cookie form = Objects.requireNonNull(page.getResponse().getCookie("unenrol-form"));
        return request.cookie(form).param("_csrf", token(page)).exchange();
    }

    private static String token(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static Cookie returnAddress(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("unenrol-return"));
    }

    private static int sessions() {
        return JDBC.sql("select count(*) from portal.spring_session").query(Integer.class).single();
    }
}
