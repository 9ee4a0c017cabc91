package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.RawHttp;

class AccessTests extends ApiTestCase {

    @AfterEach
    void restore() {
        setRole("CONTENT_ADMINISTRATOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"global.admin", "content.admin", "Content.ADMIN"})
    void letsBothKindsOfAdministratorIn(String username) {
        assertThat(askAs(username, api.get().uri(IMPORTS))).hasStatusOk();
    }

    @Test
    void tellsALearnerThatThisIsForAdministrators() {
        MvcTestResult answer = askAs("amelia.hughes", api.get().uri(IMPORTS));

        assertProblem(answer, 403, "not-an-administrator");
        assertThat(json(answer).path("detail").asString()).contains("administrators");
    }

    @Test
    void keepsOutWhoIsNoAdministratorAnyLonger() {
        assertThat(askAs("content.admin", api.get().uri(IMPORTS))).hasStatusOk();

        setRole("NONE");

        assertProblem(askAs("content.admin", api.get().uri(IMPORTS)), 403, "not-an-administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "no origin"})
    void refusesRequestsThatAPageElsewhereMakesWithRememberedCredentials(String origin) {
        MvcTestResult answer =
                ask(
                        api.post()
                                .uri(IMPORTS + "?verifyOnly=false")
                                .header("Content-Type", "text/csv")
                                .header("Origin", origin));

        assertProblem(answer, 403, "origin-not-allowed");
    }

    @Test
    void believesNobodyAboutTheAddressThatWasAskedFor() {
        RawHttp.Answer answer =
                new RawHttp(port)
                        .send("GET /imports", List.of("X-Forwarded-Host: elsewhere"), new byte[0]);

        assertThat(answer.header("Location")).contains("localhost").doesNotContain("elsewhere");
    }

    @Test
    void describesTheApiToAnybody() {
        MvcTestResult description = askAsNobody(api.get().uri("/api/openapi"));
        MvcTestResult page = askAsNobody(api.get().uri("/api/docs"));

        assertThat(json(description).path("paths").has(IMPORTS + "/{id}/results.csv")).isTrue();
        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith("text/html");
        assertThat(page).bodyText().contains("swagger-ui-bundle").doesNotContain("//");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'");
    }

    private void setRole(String role) {
        jdbc.sql("update accounts.account set role = :role where username = 'content.admin'")
                .params(Map.of("role", role))
                .update();
    }
}
