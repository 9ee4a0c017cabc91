package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Role;
import org.unenrol.test.factor.OneTimePassword;

/** The portal where everybody needs a second factor. */
@TestPropertySource(properties = "unenrol.accounts.second-factor=compulsory")
class CompulsoryFactorTests extends AccountsTestCase {

    private static final String PAGE = "/account/second-factor";

    @Test
    void leadsNowhereButToAddingOneAndThenEverywhere() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        Cookie session = session(username);

        for (String path : List.of("/", "/imports", "/account", "/accounts", "/tokens")) {
            assertThat(get(path, session)).hasRedirectedUrl(PAGE);
        }
        assertThat(postHere("/account/language", session, "language", "de")).hasRedirectedUrl(PAGE);
        assertThat(read(get(PAGE, session))).contains("Here everybody needs a second factor");

        MvcTestResult offer = postHere(PAGE + "/app", session);
        String secret =
                new String(offer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                        .replaceAll("(?s).*<code class=\"secret\">([A-Z2-7 ]+)<.*", "$1")
                        .replace(" ", "");
        assertThat(postHere(PAGE + "/app/code", session, "code", OneTimePassword.of(secret, 0)))
                .hasStatusOk();

        assertThat(get("/imports", session)).hasStatusOk();
        assertThat(postHere(PAGE + "/app/remove", session)).hasRedirectedUrl(PAGE + "?confirm");
    }

    @Test
    void keepsTheLastOne() {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        Cookie session = session(username);
        JDBC.sql(
                        """
                        insert into accounts.authenticator_app (account_id, sealed, last_step)
                        values (?, 'k0.x', 0)
                        """)
                .param(id(username))
                .update();
        Cookie confirmed =
                postHere(PAGE + "/confirm", session, "old", PASSWORD)
                        .getResponse()
                        .getCookie("unenrol-session");

        MvcTestResult answer = postHere(PAGE + "/app/remove", confirmed);

        assertThat(answer).hasStatus(422);
        assertThat(read(answer)).contains("This is your last second factor");
    }

    @Test
    void wantsThePasswordAgainWhenTheSignInWasLongAgo() {
        Cookie session = session(somebody(Role.GLOBAL_ADMINISTRATOR));

        JDBC.sql("update portal.spring_session set creation_time = creation_time - 601000")
                .update();

        assertThat(postHere(PAGE + "/app", session)).hasRedirectedUrl(PAGE + "?confirm");
    }
}
