package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.BusyAccount;
import org.unenrol.ingest.CsvFile;
import org.unenrol.model.OutcomeCode;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** An account cannot have more under way than it may have, however it asks. */
class LimitsTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("a,B,No");
    private static final int MOST_UPLOADS = 10;
    private static final int MOST_DOWNLOADS = 5;

    @Autowired private DataSource database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    private BusyAccount account;

    @BeforeEach
    void makeAnAccount() {
        account = BusyAccount.make(jdbc);
    }

    @Test
    void turnsAwayFurtherImportsUntilOneHasEnded() {
        UUID verified = idOf(uploadAs(account.username()));
        others.end(verified, OutcomeCode.READY);
        account.beginAsManyImportsAsItMayHave();

        MvcTestResult refused = uploadAs(account.username());
        assertProblem(refused, 429, "too-much-at-a-time");
        assertThat(refused).headers().hasValue("Retry-After", "30");
        assertThat(json(refused).path("detail").asString()).startsWith("You have 500 imports");
        assertProblem(applyAs(account.username(), verified), 429, "too-much-at-a-time");
        assertThat(upload(FILE, "verifyOnly=true")).hasStatus(202);

        account.endAnImport();
        assertThat(uploadAs(account.username())).hasStatus(202);
    }

    @Test
    void turnsAwayFurtherUploadsUntilOneHasArrived() throws IOException {
        List<Socket> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_UPLOADS; i++) {
                uploads.add(beginUpload());
            }
            Awaitility.await()
                    .until(() -> uploadAs(account.username()).getResponse().getStatus() == 429);
            assertThat(json(uploadAs(account.username())).path("detail").asString())
                    .startsWith("You are sending 10 files");
        } finally {
            for (Socket upload : uploads) {
                upload.close();
            }
        }

        Awaitility.await()
                .until(() -> uploadAs(account.username()).getResponse().getStatus() == 202);
    }

    @Test
    void turnsAwayFurtherDownloadsUntilOneHasEnded() throws Exception {
        UUID id = idOf(uploadAs(account.username()));
        others.end(id, OutcomeCode.READY);
        Callable<Integer> download = () -> download(id).getResponse().getStatus();
        ExecutorService browsers = Executors.newFixedThreadPool(MOST_DOWNLOADS + 1);
        List<Future<Integer>> first;
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table imports.stored_chunk");
            first = Stream.generate(() -> browsers.submit(download)).limit(MOST_DOWNLOADS).toList();
            awaitWaiting(MOST_DOWNLOADS);

            MvcTestResult refused = download(id);
            assertProblem(refused, 429, "too-much-at-a-time");
            assertThat(json(refused).path("detail").asString()).startsWith("You are fetching 5");
        } finally {
            browsers.shutdown();
        }

        assertThat(first).allSatisfy(one -> assertThat(one.get()).isEqualTo(200));
        assertThat(download(id)).hasStatus(200);
    }

    private MvcTestResult download(UUID id) {
        return askAs(account.username(), api.get().uri(IMPORTS + "/" + id + "/results.csv"));
    }

    private void awaitWaiting(int number) {
        Awaitility.await()
                .until(
                        () ->
                                jdbc.sql(
                                                        """
                                                        select count(*) from pg_locks
                                                        where relation = 'imports.stored_chunk'::regclass
                                                          and not granted
                                                        """)
                                                .query(Integer.class)
                                                .single()
                                        == number);
    }

    @Test
    void coversEveryFileThatIsMadeForWhoeverAsks() {
        List<HandlerMethod> files =
                calls.getHandlerMethods().entrySet().stream()
                        .filter(
                                call ->
                                        call.getKey().getPatternValues().stream()
                                                .anyMatch(LimitsTests::isMade))
                        .map(call -> call.getValue())
                        .toList();

        assertThat(files).hasSizeGreaterThan(4).allSatisfy(LimitsTests::assertLimited);
    }

    private static boolean isMade(String path) {
        return path.endsWith(".csv") && !path.matches(".*/(template|example)\\.csv");
    }

    private static void assertLimited(HandlerMethod call) {
        Limited limited = call.getMethodAnnotation(Limited.class);
        assertThat(limited).as(call.toString()).isNotNull();
        assertThat(limited.value()).contains(Limit.DOWNLOADS);
    }

    private MvcTestResult uploadAs(String username) {
        return askAs(username, uploading(FILE, "verifyOnly=true"));
    }

    private MvcTestResult applyAs(String username, UUID verified) {
        return askAs(username, api.post().uri(IMPORTS + "/" + verified + "/apply"));
    }

    /** Sends the head and the first line of an upload. */
    private Socket beginUpload() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head =
                "POST "
                        + IMPORTS
                        + "?verifyOnly=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 1000\r\nAuthorization: Basic "
                        + HttpHeaders.encodeBasicAuth(
                                account.username(), PASSWORD, StandardCharsets.UTF_8)
                        + "\r\n\r\n"
                        + CsvFile.HEADER
                        + "\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
