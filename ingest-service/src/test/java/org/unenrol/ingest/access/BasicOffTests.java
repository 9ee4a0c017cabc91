package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.account.Accounts;
import org.unenrol.account.token.TokenScope;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.portal.access.FurtherTokens;
import org.unenrol.portal.access.TokenSignIn;

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

    @Test
    void takesTokensOfAProviderWithinTheirScopes() {
        assertThat(withToken(api.get().uri(IMPORTS), "of the provider")).hasStatusOk();
        assertProblem(
                withToken(uploading(CsvFile.of("a,B,No"), "verifyOnly=true"), "of the provider"),
                403,
                "insufficient-scope");
        assertProblem(withToken(api.get().uri(IMPORTS), "of another"), 401, "invalid-token");
    }

    @Test
    void takesNoneForAnAccountThatIsDisabled() {
        jdbc.sql("update accounts.account set disabled_at = now() where username = 'content.admin'")
                .update();
        try {
            assertProblem(
                    withToken(api.get().uri(IMPORTS), "of the provider"),
                    403,
                    "not-an-administrator");
        } finally {
            jdbc.sql("update accounts.account set disabled_at = null").update();
        }
    }

    private MvcTestResult withToken(MockMvcRequestBuilder request, String token) {
        return askAsNobody(request.header("Authorization", "Bearer " + token));
    }

    /** A provider that has issued one token. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Provider {

        @Bean
        FurtherTokens tokensOfTheProvider(Accounts accounts) {
            return token ->
                    accounts.find("content.admin")
                            .filter(account -> token.equals("of the provider"))
                            .map(
                                    account ->
                                            TokenSignIn.of(
                                                    account,
                                                    "a program",
                                                    List.of(TokenScope.IMPORTS_READ)));
        }
    }
}
