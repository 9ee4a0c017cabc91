package org.unenrol.notifier.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.notifier.NotifierLedger.ADA;
import static org.unenrol.notifier.NotifierLedger.IMPORTS;
import static org.unenrol.notifier.NotifierLedger.JDBC;
import static org.unenrol.notifier.NotifierLedger.SERVER;
import static org.unenrol.notifier.NotifierLedger.TRANSACTION;
import static org.unenrol.notifier.NotifierLedger.record;
import static org.unenrol.notifier.NotifierLedger.submitted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.ledger.upstream.ReadyRequest;
import org.unenrol.ledger.upstream.ReadyRequests;
import org.unenrol.ledger.upstream.RequestRecord;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.RowsJson;
import org.unenrol.ledger.upstream.SourceRules;
import org.unenrol.ledger.upstream.UpstreamRequests;
import org.unenrol.model.Detail;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.notifier.NotifierService;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** The service answers requests on a broker of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplyDispatchTests {

    private static final String REPLIES = "unenrolment.replies.hr";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> HR = Set.of("hr");

    private final UpstreamRequests requests = new UpstreamRequests(JDBC, TRANSACTION, IMPORTS);
    private final ReadyRequests ready =
            new ReadyRequests(JDBC, TRANSACTION, Duration.ofSeconds(15));
    private LocalKafka kafka;
    private ConfigurableApplicationContext service;
    private TestTopics topics;
    private int offset;

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException, ExecutionException {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        topics = new TestTopics(kafka.bootstrapServers());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(REPLIES, 3, (short) 1))).all().get();
        }
        service =
                NotifierService.application()
                        .web(WebApplicationType.NONE)
                        .run(
                                TestRecordKey.argument(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--spring.datasource.url=" + SERVER.getJdbcUrl(),
                                "--spring.datasource.username=" + SERVER.getUsername(),
                                "--spring.datasource.password=" + SERVER.getPassword(),
                                "--spring.mail.host=localhost",
                                "--spring.mail.port=1");
    }

    @AfterAll
    void stop() {
        service.close();
        kafka.close();
        JDBC.sql("truncate imports.upstream_request cascade").update();
        NotifierLedger.clear();
    }

    @Test
    void answersAcceptanceRowsAndEndInOrder() {
        UUID importId = accepted("r-1", 2, true);
        await().atMost(PATIENCE).until(() -> answersTo("r-1").size() == 1);

        record(
                List.of(
                        new RowOutcome(
                                importId,
                                1,
                                2,
                                OutcomeCode.USERNAME_NOT_RECOGNISED,
                                List.of(new Detail.UnknownUsername("ada", List.of())),
                                null,
                                null,
                                null),
                        RowOutcome.of(new RowId(importId, 2), 3, OutcomeCode.READY)));

        await().atMost(PATIENCE).until(() -> answersTo("r-1").size() == 4);
        assertThat(answersTo("r-1"))
                .extracting(one -> header(one, "ce_type"))
                .containsExactly(
                        "org.unenrol.import.accepted",
                        "org.unenrol.row.settled",
                        "org.unenrol.row.settled",
                        "org.unenrol.import.completed");
        assertThat(answersTo("r-1"))
                .extracting(one -> header(one, "ce_id"))
                .containsExactly(
                        "hr/r-1/accepted", "hr/r-1/row/0", "hr/r-1/row/1", "hr/r-1/completed");
        assertThat(bodies("r-1"))
                .containsExactly(
                        "{\"requestId\":\"r-1\",\"importId\":\"%s\",\"mode\":\"VERIFY_ONLY\",\"rows\":2}"
                                .formatted(importId),
                        ("{\"requestId\":\"r-1\",\"importId\":\"%s\",\"index\":0,\"username\":\"u1\","
                                        + "\"activityReference\":\"FIRE\",\"code\":\"USERNAME_NOT_RECOGNISED\","
                                        + "\"details\":[{\"kind\":\"UNKNOWN_USERNAME\",\"near\":\"ada\"}],"
                                        + "\"message\":\"%s\",\"others\":{\"badge\":1.10}}")
                                .formatted(importId, message("r-1", 1)),
                        ("{\"requestId\":\"r-1\",\"importId\":\"%s\",\"index\":1,\"username\":\"u2\","
                                        + "\"activityReference\":\"FIRE\",\"code\":\"READY\",\"message\":\"%s\","
                                        + "\"others\":{\"badge\":2.10}}")
                                .formatted(importId, message("r-1", 2)),
                        ("{\"requestId\":\"r-1\",\"importId\":\"%s\",\"end\":\"COMPLETED\",\"rows\":2,"
                                        + "\"outcomes\":{\"READY\":1,\"USERNAME_NOT_RECOGNISED\":1}}")
                                .formatted(importId));
    }

    @Test
    void answersNoRowsOfASourceThatWantsNone() {
        UUID importId = accepted("r-2", 1, false);

        record(List.of(RowOutcome.of(new RowId(importId, 1), 2, OutcomeCode.READY)));

        await().atMost(PATIENCE).until(() -> answersTo("r-2").size() == 2);
        assertThat(answersTo("r-2"))
                .extracting(one -> header(one, "ce_type"))
                .containsExactly("org.unenrol.import.accepted", "org.unenrol.import.completed");
    }

    @Test
    void answersManyRowsPieceByPieceAndGoesOnWhereASilentOneStopped() {
        int rows = 2_500;
        UUID importId = accepted("r-3", rows, true);
        await().atMost(PATIENCE).until(() -> answersTo("r-3").size() == 1);
        JDBC.sql(
                        """
                        insert into imports.upstream_reply (request, type, rows_through, lease_owner, lease_until)
                        select id, 'COMPLETED', 1000, gen_random_uuid(), now() + interval '2 seconds'
                        from imports.upstream_request where request_id = 'r-3'
                        """)
                .update();

        record(
                IntStream.rangeClosed(1, rows)
                        .mapToObj(
                                i ->
                                        RowOutcome.of(
                                                new RowId(importId, i), i + 1, OutcomeCode.READY))
                        .toList());

        await().atMost(PATIENCE).until(() -> answersTo("r-3").size() == rows - 1000 + 2);
        List<String> ids =
                answersTo("r-3").stream()
                        .map(one -> header(one, "ce_id"))
                        .collect(Collectors.toList());
        assertThat(ids.remove(0)).isEqualTo("hr/r-3/accepted");
        assertThat(ids.remove(ids.size() - 1)).isEqualTo("hr/r-3/completed");
        assertThat(ids)
                .isEqualTo(IntStream.range(1000, rows).mapToObj(i -> "hr/r-3/row/" + i).toList());
    }

    @Test
    void answersARefusal() {
        requests.refuse(
                new RequestKey("hr", "r-4"),
                RequestRefusal.of(RefusalReason.NO_ROWS),
                rules(true),
                "p@" + offset++);

        await().atMost(PATIENCE).until(() -> answersTo("r-4").size() == 1);
        assertThat(header(answersTo("r-4").get(0), "ce_type"))
                .isEqualTo("org.unenrol.import.refused");
        assertThat(bodies("r-4").get(0))
                .isEqualTo(
                        "{\"requestId\":\"r-4\",\"reason\":\"NO_ROWS\",\"message\":\"The request has no"
                                + " rows. Send at least one.\",\"furtherFaults\":0}");
    }

    private UUID accepted(String requestId, int rows, boolean answersRows) {
        requests.receive(
                new RequestKey("hr", requestId),
                new RequestRecord.Whole(Mode.VERIFY_ONLY, json(rows)),
                rules(answersRows),
                "p@" + offset++);
        UUID owner = UUID.randomUUID();
        ReadyRequest request = ready.acquire(owner, HR, Integer.MAX_VALUE).orElseThrow();
        ready.accept(
                request.id(),
                owner,
                () -> submitted(requestId + ".csv", rows, Mode.VERIFY_ONLY, ADA));
        return JDBC.sql("select import_id from imports.upstream_request where request_id = ?")
                .param(requestId)
                .query(UUID.class)
                .single();
    }

    private static RowsJson json(int rows) {
        return new RowsJson(
                IntStream.rangeClosed(1, rows)
                        .mapToObj(
                                i ->
                                        "{\"username\":\"u%d\",\"activityReference\":\"FIRE\",\"sendEmail\":\"No\",\"badge\":%d.10}"
                                                .formatted(i, i))
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(UTF_8),
                rows,
                List.of("badge"));
    }

    private static SourceRules rules(boolean answersRows) {
        return new SourceRules(
                "ada",
                Set.of(Mode.values()),
                Mode.VERIFY_ONLY,
                1_000_000,
                100_000_000,
                answersRows,
                "en");
    }

    private List<ConsumerRecord<String, byte[]>> answersTo(String requestId) {
        return topics.records(REPLIES).stream().filter(one -> requestId.equals(one.key())).toList();
    }

    private List<String> bodies(String requestId) {
        List<String> bodies = new ArrayList<>();
        answersTo(requestId).forEach(one -> bodies.add(new String(one.value(), UTF_8)));
        return bodies;
    }

    private String message(String requestId, int answer) {
        return bodies(requestId).get(answer).replaceAll(".*\"message\":\"([^\"]*)\".*", "$1");
    }

    private static String header(ConsumerRecord<String, byte[]> answer, String name) {
        return new String(answer.headers().lastHeader(name).value(), UTF_8);
    }
}
