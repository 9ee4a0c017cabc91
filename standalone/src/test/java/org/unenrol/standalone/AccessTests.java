package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

class AccessTests {

    private final TestSystem system = TestSystem.running();

    @Test
    void letsBothKindsOfAdministratorIn() {
        assertThat(system.apiAs("global.admin").get("/api/v1/imports").status()).isEqualTo(200);
        assertThat(system.apiAs("content.admin").get("/api/v1/imports").status()).isEqualTo(200);
    }

    @Test
    void tellsALearnerThatThisIsForAdministrators() {
        Answer answer = system.apiAs("amelia.hughes").get("/api/v1/imports");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("administrators");
    }

    @Test
    void asksForTheRightPasswordInTheSameWordsWhetherTheAccountExistsOrNot() {
        Answer wrong = system.apiAs("global.admin", "wrong").get("/api/v1/imports");
        Answer unknown = system.apiAs("nobody", "wrong").get("/api/v1/imports");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void refusesRequestsThatAPageElsewhereMakesWithRememberedCredentials() {
        ApiClient api = system.api();

        Answer answer =
                api.submit(
                        api.request("/api/v1/imports?verifyOnly=false")
                                .header("Content-Type", "text/csv")
                                .header("Origin", "https://elsewhere.example")
                                .POST(BodyPublishers.ofString("")));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void describesTheApiToAnybody() {
        Answer description = anonymously("/api/openapi");
        Answer page = anonymously("/api/docs");

        assertThat(description.json().path("paths").has("/api/v1/imports/{id}/results.csv"))
                .isTrue();
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("swagger-ui-bundle").doesNotContain("//");
    }

    private Answer anonymously(String path) {
        Answer answer =
                system.api().submit(HttpRequest.newBuilder(URI.create(system.url() + path)));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }
}
