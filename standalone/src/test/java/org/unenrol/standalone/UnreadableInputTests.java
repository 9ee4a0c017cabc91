package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Bytes that no client should send, and that somebody sends: none is a failure of the server. */
class UnreadableInputTests {

    private static final String PROBLEM = "urn:unenrol:problem:";

    private final TestSystem system = TestSystem.running();

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
    void tellsAProgramByAProblem(String start, String header, int status, String type)
            throws IOException {
        String answer = send(start, header, "");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .contains("content-type: application/problem+json");
        assertThat(type(answer)).isEqualTo(PROBLEM + type);
        assertThat(answer.contains("\r\nAllow: ")).isEqualTo(status == 405);
    }

    @ParameterizedTest
    @CsvSource({
        "a\0b.csv, form-unreadable, true",
        "a.csv, form-unreadable, false",
    })
    void refusesAFormThatCannotBeRead(String fileName, String type, boolean whole)
            throws IOException {
        String form =
                "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName
                        + "\"\r\n\r\n"
                        + new String(Csv.file().row("a", "B", "No").bytes(), StandardCharsets.UTF_8)
                        + (whole ? "\r\n--limit--\r\n" : "");

        String answer =
                send(
                        "POST /api/v1/imports?verifyOnly=true",
                        "Content-Type: multipart/form-data; boundary=limit",
                        form);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(type(answer)).isEqualTo(PROBLEM + type);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /sign-in?a=%00, 404",
        "GET /sign-in?a=%ff, 404",
        "GET /error, 404",
        "GET //sign-in, 400",
        "CONNECT /sign-in, 400"
    })
    void tellsAPersonByAPage(String start, int status) throws IOException {
        String answer = send(start, "Accept: text/html", "");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("<html");
        assertThat(answer).doesNotContain("Tomcat").doesNotContain("HTTP Status");
    }

    private String send(String start, String header, String body) throws IOException {
        URI server = URI.create(system.url());
        String credentials = "global.admin:" + TestSystem.PASSWORD;
        String request =
                "%s HTTP/1.1\r\n%sConnection: close\r\nAuthorization: Basic %s\r\n%s"
                        .formatted(
                                start,
                                header != null && header.startsWith("Host")
                                        ? ""
                                        : "Host: localhost\r\n",
                                Base64.getEncoder()
                                        .encodeToString(
                                                credentials.getBytes(StandardCharsets.UTF_8)),
                                header == null ? "" : header + "\r\n");
        String length = start.startsWith("POST") ? "Content-Length: " + body.length() + "\r\n" : "";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(
                            (request + length + "\r\n" + body)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String type(String answer) {
        return new JsonMapper()
                .readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1))
                .path("type")
                .asString();
    }
}
