package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.EnumSet;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unenrol.account.token.TokenScope;
import org.unenrol.audit.CountedEvents;
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
    @Autowired private CountedEvents counted;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    private BusyAccount account;
    private String token;

    @BeforeEach
    void makeAnAccount() {
        account = BusyAccount.make(jdbc);
        token =
                tokens.issue(
                        account.username(),
                        "Test",
                        EnumSet.allOf(TokenScope.class),
                        Duration.ofDays(1));
    }

    @Test
    void turnsAwayFurtherImportsUntilOneHasEnded() {
        UUID verified = idOf(upload());
        others.end(verified, OutcomeCode.READY);
        account.beginAsManyImportsAsItMayHave();

        MvcTestResult refused = upload();
        assertProblem(refused, 429, "too-much-at-a-time");
        assertThat(refused).headers().hasValue("Retry-After", "30");
        assertThat(json(refused).path("detail").asString()).startsWith("You have 500 imports");
        assertThat(refusals()).isOne();
        assertProblem(apply(verified), 429, "too-much-at-a-time");
        assertThat(upload(FILE, "verifyOnly=true")).hasStatus(202);

        account.endAnImport();
        assertThat(upload()).hasStatus(202);
    }

    /** Those of the account in the audit trail. */
    private int refusals() {
        counted.write();
        return jdbc.sql(
                        """
                        select count(*) from audit.entry
                        where kind = 'REFUSED' and account = ? and details ->> 'status' = '429'
                        """)
                .param(account.username())
                .query(Integer.class)
                .single();
    }

    @Test
    void turnsAwayFurtherUploadsUntilOneHasArrived() throws Exception {
        MvcTestResult refused = beside(MOST_UPLOADS, () -> upload(), 202);

        assertProblem(refused, 429, "too-much-at-a-time");
        assertThat(json(refused).path("detail").asString()).startsWith("You are sending 10 files");
        assertThat(upload()).hasStatus(202);
    }

    @Test
    void turnsAwayFurtherDownloadsUntilOneHasEnded() throws Exception {
        UUID id = idOf(upload());
        others.end(id, OutcomeCode.READY);

        MvcTestResult refused = beside(MOST_DOWNLOADS, () -> download(id), 200);

        assertProblem(refused, 429, "too-much-at-a-time");
        assertThat(json(refused).path("detail").asString()).startsWith("You are fetching 5 files");
        assertThat(download(id)).hasStatus(200);
    }

    /**
     * Makes a call beside so many of its like, which the database holds up until it is answered.
     */
    private MvcTestResult beside(int number, Callable<MvcTestResult> call, int status)
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(number);
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table imports.stored_chunk");
            List<Future<MvcTestResult>> held =
                    Stream.generate(() -> clients.submit(call)).limit(number).toList();
            awaitWaiting(number);

            MvcTestResult answer = call.call();

            lock.rollback();
            for (Future<MvcTestResult> one : held) {
                assertThat(one.get()).hasStatus(status);
            }
            return answer;
        } finally {
            clients.shutdown();
        }
    }

    private MvcTestResult download(UUID id) {
        return askByToken(api.get().uri(IMPORTS + "/" + id + "/results.csv"));
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
        return (path.endsWith(".csv") || path.endsWith(".jsonl"))
                && !path.matches(".*/(template|example)\\.csv");
    }

    private static void assertLimited(HandlerMethod call) {
        Limited limited = call.getMethodAnnotation(Limited.class);
        assertThat(limited).as(call.toString()).isNotNull();
        assertThat(limited.value()).contains(Limit.DOWNLOADS);
    }

    private MvcTestResult upload() {
        return askByToken(uploading(FILE, "verifyOnly=true"));
    }

    private MvcTestResult apply(UUID verified) {
        return askByToken(api.post().uri(IMPORTS + "/" + verified + "/apply"));
    }

    /** Many simultaneous sign-ins with a password would be slowed down. */
    private MvcTestResult askByToken(MockMvcRequestBuilder request) {
        return askAsNobody(request.header("Authorization", "Bearer " + token));
    }
}
