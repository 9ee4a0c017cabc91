package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;

/** The API where it takes no passwords. */
@TestPropertySource(properties = "unenrol.api.basic=false")
class BasicOffTests extends ApiTestCase {

    @Test
    void takesTokensOnly() {
        String token =
                tokens.issue(
                        ADMINISTRATOR, "Test", Set.of(TokenScope.IMPORTS_READ), Duration.ofDays(1));

        MvcTestResult withPassword = ask(api.get().uri(IMPORTS));

        assertProblem(withPassword, 401, "sign-in-needed");
        assertThat(json(withPassword).path("detail").asString()).startsWith("Send a token");
        assertThat(withPassword.getResponse().getHeaders("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"Unenrol\"");
        assertThat(askAsNobody(api.get().uri(IMPORTS).header("Authorization", "Bearer " + token)))
                .hasStatusOk();
    }
}
