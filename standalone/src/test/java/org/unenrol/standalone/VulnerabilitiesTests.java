package org.unenrol.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scan of libraries ({@code .ci/vulnerabilities}), with answers as OSV describes them for
 * {@code POST /v1/querybatch}.
 */
class VulnerabilitiesTests {

    private static final Path SCAN = Path.of("..", ".ci", "vulnerabilities");

    private static final String BILL =
            """
            {"components": [
              {"purl": "pkg:maven/org.unenrol/wording@1.0.0?type=jar"},
              {"purl": "pkg:maven/a/sound@1.0?type=jar"},
              {"purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar"}]}
            """;

    private static final String TWO_OF_LOG4J =
            """
            {"results": [{}, {"vulns": [
              {"id": "GHSA-jfh8-c2jp-5v3q", "modified": "2024-06-10T20:31:26Z"},
              {"id": "GHSA-7rjr-3q55-vv33", "modified": "2024-06-10T20:31:26Z"}]}]}
            """;

    @TempDir Path folder;
    private final List<String> questions = new ArrayList<>();
    private final Queue<String> answers = new ArrayDeque<>();
    private HttpServer osv;

    @BeforeEach
    void listen() throws IOException {
        osv = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        osv.createContext("/v1/querybatch", this::answer);
        osv.start();
        Files.writeString(folder.resolve("bill.json"), BILL);
        accept("# nothing");
    }

    @AfterEach
    void stop() {
        osv.stop(0);
    }

    @Test
    void areNoneWhereNoneIsKnown() throws Exception {
        answers.add("{\"results\": [{}, {}]}");

        Scan scan = scan();

        assertThat(scan.exit()).as(scan.text()).isZero();
        assertThat(questions)
                .singleElement()
                .asString()
                .contains("pkg:maven/a/sound@1.0\"", "log4j-core@2.14.1\"")
                .doesNotContain("org.unenrol", "?");
    }

    @Test
    void areToldAndFail() throws Exception {
        answers.add(TWO_OF_LOG4J);

        Scan scan = scan();

        assertThat(scan.exit()).isEqualTo(1);
        assertThat(scan.text())
                .contains("log4j-core@2.14.1 has GHSA-jfh8-c2jp-5v3q", "GHSA-7rjr-3q55-vv33")
                .doesNotContain("sound@1.0 has");
    }

    @Test
    void areFoundOnFurtherPages() throws Exception {
        answers.add("{\"results\": [{\"next_page_token\": \"more\"}, {}]}");
        answers.add("{\"results\": [{\"vulns\": [{\"id\": \"GHSA-on-page-two\"}]}]}");

        assertThat(scan().text()).contains("sound@1.0 has GHSA-on-page-two");
        assertThat(questions.get(1)).contains("\"page_token\": \"more\"");
    }

    @Test
    void areCoveredUntilADayWithAReason() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        answers.add(TWO_OF_LOG4J);
        accept(
                covers("GHSA-jfh8-c2jp-5v3q", today.plusDays(2)),
                covers("GHSA-7rjr-3q55-vv33", today.minusDays(2)));

        Scan scan = scan();

        assertThat(scan.exit()).isEqualTo(1);
        assertThat(scan.text())
                .contains("GHSA-7rjr-3q55-vv33")
                .doesNotContain("GHSA-jfh8-c2jp-5v3q");
    }

    @Test
    void cannotBeCoveredWithoutAReason() throws Exception {
        accept("GHSA-jfh8-c2jp-5v3q pkg:maven/a/sound 2999-12-31");

        Scan scan = scan();

        assertThat(scan.exit()).isEqualTo(2);
        assertThat(scan.text()).contains("line 1: write");
    }

    @Test
    void cannotBeLookedForWithoutAnAnswer() throws Exception {
        osv.stop(0);

        Scan scan = scan();

        assertThat(scan.exit()).isEqualTo(2);
        assertThat(scan.text()).startsWith("Nothing was looked for").doesNotContain("Traceback");
    }

    private static String covers(String vulnerability, LocalDate until) {
        return vulnerability
                + " pkg:maven/org.apache.logging.log4j/log4j-core "
                + until
                + " Nothing of a user is logged by it.";
    }

    private void accept(String... lines) throws IOException {
        Files.write(folder.resolve("accepted"), List.of(lines));
    }

    private Scan scan() throws Exception {
        Path output = folder.resolve("output");
        int exit =
                new ProcessBuilder(
                                "python3",
                                SCAN.toString(),
                                "--api=http://127.0.0.1:" + osv.getAddress().getPort(),
                                "--accepted=" + folder.resolve("accepted"),
                                folder.resolve("bill.json").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
        return new Scan(exit, Files.readString(output));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answers.remove().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Scan(int exit, String text) {}
}
