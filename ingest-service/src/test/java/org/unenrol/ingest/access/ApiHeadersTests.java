package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.RawHttp;

/** Headers that tell browsers and caches what to do, and not to do, with answers of the API. */
class ApiHeadersTests extends ApiTestCase {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/imports, 200",
        "/api/v1/imports/6d0f4c52-93e1-4d0b-9a55-2f3b8f0f7c11, 404",
        "/api/docs, 200",
        "/api/openapi, 200"
    })
    void letNobodyKeepOrMisreadAnAnswer(String path, int status) {
        MvcTestResult asked = ask(api.get().uri(path).secure(true));
        MockHttpServletResponse answer = asked.getResponse();

        assertThat(answer.getStatus()).isEqualTo(status);
        assertHardened(answer);
    }

    @Test
    void areThoseOfWhoeverIsNotKnownToo() {
        MvcTestResult asked = askAsNobody(api.get().uri(IMPORTS).secure(true));

        assertThat(asked).hasStatus(401);
        assertHardened(asked.getResponse());
    }

    @ParameterizedTest
    @CsvSource({"GET http://[::none/api/v1/imports", "GET http://[::none/imports"})
    void areThereWhereTheWebServerAnswersByItself(String start) {
        RawHttp.Answer answer = new RawHttp(port).send(start, List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource({"TRACE /sign-in", "TRACE /imports", "TRACE /assets/portal.css"})
    void arePlayedBackToNobody(String start) {
        assertThat(new RawHttp(port).send(start, List.of("X-Secret: 4711"), new byte[0]).text())
                .startsWith("HTTP/1.1 4")
                .doesNotContain("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/assets", "/webjars/", "/webjars/htmx.org/"})
    void listNoFolder(String folder) {
        RawHttp.Answer answer = new RawHttp(port).send("GET " + folder, List.of(), new byte[0]);

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }

    private static void assertHardened(MockHttpServletResponse answer) {
        assertThat(answer.getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
    }
}
