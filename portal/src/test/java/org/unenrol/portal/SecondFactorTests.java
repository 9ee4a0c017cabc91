package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;
import org.unenrol.audit.CountedEvents;
import org.unenrol.test.factor.OneTimePassword;

/** The second factor of an account with a password, without a script. */
class SecondFactorTests extends AccountsTestCase {

    private static final String PAGE = "/account/second-factor";

    @Autowired private CountedEvents counted;

    @Test
    void isAskedForAfterThePasswordAndUntilThenSomebodyIsNobody() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        AppOnAPhone app = person.addApp();

        MvcTestResult password = signInForm(person.username);

        assertThat(password).hasRedirectedUrl("/sign-in/second-factor");
        Cookie half = session(password);
        for (String path : List.of("/", "/imports", "/account", PAGE, "/accounts")) {
            assertThat(get(path, half)).hasRedirectedUrl("/sign-in");
        }
        assertThat(read(get("/sign-in/second-factor", half)))
                .contains("Your password is right", "authenticator app shows");
        MvcTestResult done = postHere("/sign-in/second-factor", half, "code", app.next());
        assertThat(done).hasRedirectedUrl("/");
        assertThat(session(done).getValue()).isNotEqualTo(half.getValue());
        assertThat(get("/imports", session(done))).hasStatusOk();
        assertThat(get("/imports", half)).hasRedirectedUrl("/sign-in");
    }

    @Test
    void refusesACodeThatHasBeenUsed() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        AppOnAPhone app = person.addApp();
        String code = app.next();
        assertThat(signInWith(person.username, code)).hasRedirectedUrl("/");

        assertThat(signInWith(person.username, code))
                .hasRedirectedUrl("/sign-in/second-factor?failed");
    }

    @Test
    void isToldInTheAuditTrailAsSignInsAndFailures() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        AppOnAPhone app = person.addApp();
        int signedIn = entries("SIGNED_IN", person.username);
        assertThat(entries("SECOND_FACTOR_ADDED", person.username)).isOne();

        signInForm(person.username);
        counted.write();
        assertThat(entries("SIGNED_IN", person.username)).isEqualTo(signedIn);
        assertThat(entries("SIGN_IN_FAILED", person.username)).isZero();

        signInWith(person.username, "no code");
        signInWith(person.username, app.next());
        counted.write();
        assertThat(entries("SIGNED_IN", person.username)).isEqualTo(signedIn + 1);
        assertThat(entries("SIGN_IN_FAILED", person.username)).isOne();
    }

    private static int entries(String kind, String account) {
        return JDBC.sql("select count(*) from audit.entry where kind = ? and account = ?")
                .params(kind, account)
                .query(Integer.class)
                .single();
    }

    @Test
    void takesARecoveryCodeOnceAndTellsHowManyAreLeft() {
        Person person = new Person(somebody(Role.CONTENT_ADMINISTRATOR));
        person.addApp();
        String code = person.recoveryCodes.get(3);

        MvcTestResult done = signInWith(person.username, code.toUpperCase(Locale.ROOT));

        assertThat(read(get("/account", session(done))))
                .contains("You have 1, and 9 recovery codes");
        assertThat(signInWith(person.username, code))
                .hasRedirectedUrl("/sign-in/second-factor?failed");
    }

    @Test
    void saysThatFewRecoveryCodesAreLeftAndMakesOthers() {
        Person person = new Person(somebody(Role.CONTENT_ADMINISTRATOR));
        person.addApp();
        JDBC.sql(
                        """
                        update accounts.recovery_code set used_at = now()
                        where account_id = ? and hash > (select min(hash) from accounts.recovery_code where account_id = ?)
                        """)
                .params(id(person.username), id(person.username))
                .update();
        assertThat(read(get("/account", person.session))).contains("few recovery codes left");

        List<String> made = codes(postHere(PAGE + "/recovery-codes", person.session));

        assertThat(made).hasSize(10).doesNotContainAnyElementsOf(person.recoveryCodes);
        assertThat(read(get("/account", person.session))).doesNotContain("few recovery codes left");
        assertThat(signInWith(person.username, made.get(0))).hasRedirectedUrl("/");
    }

    @Test
    void slowsDownWhoeverGuessesCodesAndKnowsThePassword() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        AppOnAPhone app = person.addApp();
        for (int i = 0; i < 5; i++) {
            assertThat(signInWith(person.username, "12345 " + i))
                    .hasRedirectedUrl("/sign-in/second-factor?failed");
        }

        String address = signInWith(person.username, app.next()).getResponse().getRedirectedUrl();

        assertThat(address).startsWith("/sign-in/second-factor?wait=");
        Cookie half = session(signInForm(person.username));
        assertThat(read(get(Objects.requireNonNull(address), half)))
                .contains("Too many tries", "may well be right");
        assertThat(read(page("/accounts/" + id(person.username), "en"))).contains("Refused");
        JDBC.sql("truncate portal.sign_in").update();
    }

    @Test
    void endsTheHalfOfASignInWithAnotherPassword() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        AppOnAPhone app = person.addApp();
        Cookie half = session(signInForm(person.username));

        accounts.setPassword(person.username, "{noop}" + GOOD);

        assertThat(postHere("/sign-in/second-factor", half, "code", app.next()))
                .hasRedirectedUrl("/sign-in?expired");
        assertThat(get("/sign-in/second-factor", half)).hasRedirectedUrl("/sign-in");
        assertThat(postAsNobody("/sign-in/second-factor", "code", "123456"))
                .hasRedirectedUrl("/sign-in?expired");
    }

    @Test
    void countsOnceTheAppHasShownACodeAndIsToldByMail() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        Cookie elsewhere = session(person.username);
        person.confirm();

        MvcTestResult offer = postHere(PAGE + "/app", person.session);
        MvcTestResult wrong = postHere(PAGE + "/app/code", person.session, "code", "wrong");

        assertThat(wrong).hasStatus(422);
        assertThat(read(wrong)).contains("The code is not right");
        AppOnAPhone app = new AppOnAPhone(offer);
        assertThat(new AppOnAPhone(wrong).secret).isEqualTo(app.secret);
        assertThat(bodyOf(offer)).contains("<svg", "<path");
        assertThat(session(person.username)).isNotNull();
        assertThat(mails(person.username)).isZero();

        MvcTestResult added = postHere(PAGE + "/app/code", person.session, "code", app.now());

        assertThat(codes(added)).hasSize(10);
        assertThat(mailKinds(person.username)).containsExactly("ACCOUNT_FACTOR_ADDED");
        assertThat(get("/imports", elsewhere)).hasRedirectedUrl("/sign-in");
        assertThat(get("/imports", person.session)).hasStatusOk();
        assertThat(postHere(PAGE + "/app/code", person.session, "code", app.next()))
                .hasRedirectedUrl(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app",
                "/app/code",
                "/app/remove",
                "/recovery-codes",
                "/passkeys",
                "/passkeys/credential",
                "/passkeys/remove"
            })
    void isChangedByNobodyWhoHasNotShownThePasswordAgain(String change) {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));

        assertThat(postHere(PAGE + change, person.session, "old", PASSWORD))
                .hasRedirectedUrl(PAGE + "?confirm");

        MvcTestResult wrong = postHere(PAGE + "/confirm", person.session, "old", "wrong");
        assertThat(wrong).hasStatus(422);
        assertThat(read(wrong)).contains("This is not your current password");
    }

    @Test
    void isRemovedByItsOwner() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        person.addApp();
        assertThat(read(get(PAGE, person.session))).contains("Remove the app");

        assertThat(postHere(PAGE + "/app/remove", person.session)).hasRedirectedUrl(PAGE);

        assertThat(read(get(PAGE, person.session))).contains("It has been removed", "no app");
        assertThat(mailKinds(person.username))
                .containsExactly("ACCOUNT_FACTOR_ADDED", "ACCOUNT_FACTOR_REMOVED");
        assertThat(signInForm(person.username)).hasRedirectedUrl("/");
        assertThat(read(get("/account", person.session))).contains("You have none");
        assertThat(postHere(PAGE + "/recovery-codes", person.session)).hasStatus(404);
    }

    @Test
    void isRemovedByAGlobalAdministratorForWhoeverHasLostIt() {
        Person person = new Person(somebody(Role.CONTENT_ADMINISTRATOR));
        person.addApp();
        String path = "/accounts/" + id(person.username);
        assertThat(read(page(path, "en"))).contains("There is 1 second factor");

        assertThat(post(path + "/second-factor/remove", "global.admin")).hasRedirectedUrl(path);

        assertThat(get("/imports", person.session)).hasRedirectedUrl("/sign-in");
        assertThat(signInForm(person.username)).hasRedirectedUrl("/");
        assertThat(mailKinds(person.username)).endsWith("ACCOUNT_FACTOR_REMOVED");
        assertThat(read(page(path, "en"))).doesNotContain("second factor");
    }

    @Test
    void isAskedForAfterAForgottenPassword() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        person.addApp();
        post("/accounts/" + id(person.username) + "/link", "global.admin");

        postAsNobody(
                "/choose-password",
                "token",
                mailedToken(person.username),
                "password",
                GOOD,
                "again",
                GOOD);

        assertThat(
                        exchange(
                                visitor.post()
                                        .uri("/sign-in")
                                        .param("username", person.username)
                                        .param("password", GOOD)))
                .hasRedirectedUrl("/sign-in/second-factor");
    }

    @Test
    void isNothingForAnAccountWithoutAPassword() {
        Person person = new Person(somebody(Role.GLOBAL_ADMINISTRATOR));
        JDBC.sql("update accounts.account set password = null where username = ?")
                .param(person.username)
                .update();

        assertThat(get(PAGE, person.session)).hasStatus(404);
        assertThat(read(get("/account", person.session))).doesNotContain("Second factor");
    }

    private MvcTestResult signInForm(String username) {
        return exchange(
                visitor.post()
                        .uri("/sign-in")
                        .param("username", username)
                        .param("password", PASSWORD));
    }

    private MvcTestResult signInWith(String username, String code) {
        return postHere("/sign-in/second-factor", session(signInForm(username)), "code", code);
    }

    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("unenrol-session"));
    }

    private static List<String> mailKinds(String username) {
        return JDBC.sql("select kind from imports.mail where username = ? order by id")
                .param(username)
                .query(String.class)
                .list();
    }

    private static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> codes(MvcTestResult answer) {
        return Pattern.compile("([a-z2-7]{4}-){5}[a-z2-7]{4}")
                .matcher(bodyOf(answer))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** Somebody who has signed in. */
    private final class Person {

        private final String username;
        private Cookie session;
        private List<String> recoveryCodes = List.of();

        Person(String username) {
            this.username = username;
            this.session = SecondFactorTests.this.session(username);
        }

        void confirm() {
            session =
                    SecondFactorTests.session(
                            postHere(PAGE + "/confirm", session, "old", PASSWORD));
        }

        AppOnAPhone addApp() {
            confirm();
            AppOnAPhone app = new AppOnAPhone(postHere(PAGE + "/app", session));
            recoveryCodes = codes(postHere(PAGE + "/app/code", session, "code", app.now()));
            return app;
        }
    }

    /** An app that knows the secret from the page. */
    private static final class AppOnAPhone {

        private final String secret;

        AppOnAPhone(MvcTestResult offer) {
            this.secret =
                    bodyOf(offer)
                            .replaceAll("(?s).*<code class=\"secret\">([A-Z2-7 ]+)<.*", "$1")
                            .replace(" ", "");
        }

        String now() {
            return OneTimePassword.of(secret, 0);
        }

        String next() {
            return OneTimePassword.of(secret, 1);
        }
    }
}
