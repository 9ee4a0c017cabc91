package org.unenrol.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.RawHttp;

/** Bytes that no client should send, and that somebody sends: none is a failure of the server. */
class UnreadableInputTests extends ApiTestCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET /api/v1/imports?state=%00                 |                              | 400 | request-unreadable
                    GET /api/v1/imports?state=%ff                 |                              | 400 | request-unreadable
                    GET /api/v1/imports?state=NONE                |                              | 400 | parameter-invalid
                    GET /api/v1/imports?after=99999999999999999999|                              | 400 | parameter-invalid
                    GET /api/v1/imports/x                         |                              | 400 | parameter-invalid
                    GET /api/v1/imports//x                        |                              | 400 | request-unreadable
                    GET /api/v1/imports/%00                       |                              | 400 | request-unreadable
                    GET /api/v1/nothing                           |                              | 404 | path-unknown
                    GET /%61pi/v1/nothing                         |                              | 404 | path-unknown
                    FETCH /api/v1/imports                         |                              | 405 | method-not-allowed
                    TRACE /api/v1/imports                         |                              | 405 | method-not-allowed
                    DELETE /api/v1/imports                        |                              | 405 | method-not-allowed
                    CONNECT /api/v1/imports                       |                              | 400 | request-unreadable
                    GET /api/v1/imports                           | Accept: text/html            | 406 | not-acceptable
                    GET /api/v1/imports                           | Accept: ;                    | 406 | not-acceptable
                    GET /api/v1/imports                           | Origin: http://elsewhere     | 403 | origin-not-allowed
                    GET /api/v1/imports                           | X-Forwarded-Prefix: nowhere  | 400 | request-unreadable
                    GET /api/v1/imports                           | Transfer-Encoding: zip       | 400 | request-unreadable
                    GET /api/v1/imports                           | Expect: miracles             | 417 | expectation-failed
                    GET /api/v1/imports                           | Host: a b                    | 400 | request-unreadable
                    POST /api/v1/imports?verifyOnly=true          | Content-Type: text/plain     | 415 | media-type-unsupported
                    POST /api/v1/imports?verifyOnly=true          | Content-Type: text/csv;charset=none | 415 | charset-unknown
                    POST /api/v1/imports?verifyOnly=true          | Content-Type: multipart/form-data | 400 | form-unreadable
                    GET http://[::none/api/v1/imports             |                              | 400 | request-unreadable
                    """)
    void tellsAProgramByAProblem(String start, String header, int status, String problem) {
        RawHttp.Answer answer = send(start, header);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Allow").isEmpty()).isEqualTo(status != 405);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type: text/csv, Content-Length: 99",
        "Content-Type: text/csv, Transfer-Encoding: chunked",
        "Content-Type: multipart/form-data; boundary=limit, Content-Length: 99"
    })
    void tellsThatAnUploadHasEndedTooEarly(String type, String length) {
        RawHttp.Answer answer =
                new RawHttp(port)
                        .send(
                                "POST /api/v1/imports?verifyOnly=true",
                                List.of(type, length),
                                "30\r\nUsername".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("upload-cut");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /sign-in?a=%00, 404",
        "GET /sign-in?a=%ff, 404",
        "GET /error, 404",
        "GET //sign-in, 400",
        "CONNECT /sign-in, 400"
    })
    void tellsAPersonByAPage(String start, int status) {
        RawHttp.Answer answer = send(start, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .contains("<html")
                .doesNotContain("Tomcat")
                .doesNotContain("HTTP Status");
    }

    private RawHttp.Answer send(String start, String header) {
        return new RawHttp(port)
                .send(start, header == null ? List.of() : List.of(header), new byte[0]);
    }
}
