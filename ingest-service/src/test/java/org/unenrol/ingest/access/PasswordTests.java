package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;

/** The password that comes with each call. */
class PasswordTests extends ApiTestCase {

    @AfterEach
    void forgetTries() {
        jdbc.sql("truncate portal.sign_in").update();
    }

    @Test
    void keepsOutAnAccountWithoutAPassword() {
        jdbc.sql(
                        """
                        insert into accounts.account (username, username_key, name, email, role)
                        values ('new.admin', 'new.admin', 'New', 'new@example.org', 'GLOBAL_ADMINISTRATOR')
                        on conflict do nothing
                        """)
                .update();

        assertProblem(askAs("new.admin", api.get().uri(IMPORTS)), 401, "sign-in-needed");
    }

    @Test
    void asksForTheRightPasswordInTheSameWordsWhetherTheAccountExistsOrNot() {
        MvcTestResult none = askAsNobody(api.get().uri(IMPORTS));
        MvcTestResult wrong = signIn(ADMINISTRATOR, "wrong");
        MvcTestResult unknown = signIn("nobody", "wrong");

        assertProblem(none, 401, "sign-in-needed");
        assertProblem(wrong, 401, "sign-in-needed");
        assertThat(wrong)
                .hasHeader("WWW-Authenticate", "Basic realm=\"Unenrol\", charset=\"UTF-8\"");
        assertThat(json(none)).isEqualTo(json(wrong));
        assertThat(json(unknown)).isEqualTo(json(wrong));
    }

    @Test
    void makesWhoeverGuessesAPasswordWait() {
        for (int i = 0; i < 5; i++) {
            signIn("content.admin", "guess " + i);
        }
        pass(Duration.ofMinutes(-1));
        assertProblem(signIn("content.admin", PASSWORD), 401, "sign-in-needed");
        assertThat(signIn(ADMINISTRATOR, PASSWORD)).hasStatusOk();

        pass(Duration.ofMinutes(3));

        assertThat(signIn("content.admin", PASSWORD)).hasStatusOk();
    }

    @Test
    void isNotEnoughForAnAccountWithASecondFactor() {
        String token =
                tokens.issue(
                        "content.admin",
                        "Test",
                        Set.of(TokenScope.IMPORTS_READ),
                        Duration.ofDays(1));
        jdbc.sql(
                        """
                        insert into accounts.authenticator_app (account_id, sealed, last_step)
                        select id, 'k0.x', 0 from accounts.account where username = 'content.admin'
                        """)
                .update();
        try {
            MvcTestResult refused = signIn("content.admin", PASSWORD);

            assertProblem(refused, 401, "sign-in-needed");
            assertThat(json(refused).path("detail").asString())
                    .startsWith("This account has a second factor");
            assertThat(refused.getResponse().getHeaders("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"Unenrol\"");
            assertThat(json(signIn("content.admin", "wrong")))
                    .isEqualTo(json(askAsNobody(api.get().uri(IMPORTS))));
            assertThat(
                            askAsNobody(
                                    api.get()
                                            .uri(IMPORTS)
                                            .header("Authorization", "Bearer " + token)))
                    .hasStatusOk();
        } finally {
            jdbc.sql("delete from accounts.authenticator_app").update();
        }
    }

    @Test
    void takesNoSessionOfThePortalForASignIn() {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult signedIn =
                api.post()
                        .uri("/sign-in")
                        .session(session)
                        .param("username", ADMINISTRATOR)
                        .param("password", PASSWORD)
                        .with(csrf())
                        .exchange();
        assertThat(signedIn).hasRedirectedUrl("/");
        assertThat(api.get().uri("/files/template.csv").session(session)).hasStatusOk();

        assertProblem(askAsNobody(api.get().uri(IMPORTS).session(session)), 401, "sign-in-needed");
    }

    private MvcTestResult signIn(String username, String password) {
        return askAsNobody(api.get().uri(IMPORTS).with(httpBasic(username, password)));
    }

    private void pass(Duration time) {
        jdbc.sql("update portal.sign_in set failed_at = failed_at - ?::interval")
                .param(time.toString())
                .update();
    }
}
