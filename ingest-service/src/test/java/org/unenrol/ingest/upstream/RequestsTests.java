package org.unenrol.ingest.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.ingest.IngestDatabase.JDBC;
import static org.unenrol.ingest.upstream.UpstreamService.HR;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.model.Mode;
import org.unenrol.model.upstream.RequestReply;

/** Requests from their topic to an import or a refusal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTests {

    private static final String REQUESTED = "org.unenrol.import.requested";

    private UpstreamService upstream;

    @BeforeAll
    void start(@TempDir Path folder) {
        upstream = new UpstreamService(folder);
    }

    @AfterAll
    void stop() {
        upstream.close();
        JDBC.sql("truncate imports.import, imports.stored_file, imports.upstream_request cascade")
                .update();
        JDBC.sql("delete from accounts.account where username = 'hr.system'").update();
    }

    @Test
    void becomesAnImportWhoseFileHasEveryMember() throws IOException {
        upstream.publish(
                HR,
                "r-1",
                REQUESTED,
                """
                {"requestId": "r-1", "mode": "APPLY", "rows": [
                  {"username": "ada", "activityReference": "FIRE", "sendEmail": true, "badge": 7.10},
                  {"username": " bo, jr", "activityReference": "SAFE \\"2\\"", "sendEmail": "No",
                   "note": "two\\nlines", "team": {"id": 3}}]}
                """);

        assertThat(upstream.answerTo("r-1")).isEqualTo("ACCEPTED");
        Import made = importOf("r-1");
        assertThat(made.mode()).isEqualTo(Mode.APPLY);
        assertThat(made.rows()).isEqualTo(2);
        assertThat(made.source()).isEqualTo("hr");
        assertThat(made.submitter())
                .isEqualTo(new Submitter("hr.system", "HR system", "hr@example.org", "de", "hr"));
        assertThat(made.file().name()).isEqualTo("r-1.csv");
        assertThat(fileOf(made))
                .isEqualTo(
                        """
                        Username,Activity external reference,Send unenrolment email,badge,note,team
                        ada,FIRE,Yes,7.10,,
                        " bo, jr","SAFE ""2""\",No,,"two
                        lines","{""id"":3}"
                        """
                                .replace("\n", "\r\n")
                                .replace("two\r\nlines", "two\nlines"));
    }

    @Test
    void mailsNoLearnersWhereItSaysSo() {
        upstream.publish(
                HR,
                "r-silent",
                REQUESTED,
                """
                {"requestId": "r-silent", "mode": "APPLY", "learnerEmails": false, "rows": [
                  {"username": "ada", "activityReference": "FIRE", "sendEmail": true}]}
                """);

        assertThat(upstream.answerTo("r-silent")).isEqualTo("ACCEPTED");
        assertThat(importOf("r-silent").learnerEmails()).isEqualTo(LearnerEmails.NONE);
    }

    @Test
    void becomesOneImportHoweverOftenItComes() {
        String data = request("r-2", "VERIFY_ONLY", row("ada"));
        for (int i = 0; i < 5; i++) {
            upstream.publish(HR, "r-2", REQUESTED, data);
        }
        upstream.publish(HR, "r-2", REQUESTED, request("r-2", "VERIFY_ONLY", row("bo")));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> upstream.answers("r-2").contains("REQUEST_ID_REUSED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> upstream.answers("r-2").contains("ACCEPTED"));
        assertThat(imports("r-2.csv")).isOne();
    }

    @Test
    void isReadInStructuredModeToo() {
        upstream.publish(
                HR,
                "r-3",
                Map.of("content-type", "application/cloudevents+json; charset=UTF-8"),
                structured(request("r-3", "VERIFY_ONLY", row("ada"))));
        upstream.publish(
                HR, "r-4", Map.of(), structured(request("r-4", "VERIFY_ONLY", row("ada"))));

        assertThat(upstream.answerTo("r-3")).isEqualTo("ACCEPTED");
        assertThat(upstream.answerTo("r-4")).isEqualTo("ACCEPTED");
    }

    @Test
    void mayComeInManyRecordsInAnyOrder() throws IOException {
        String id = "\"requestId\": \"r-5\"";
        upstream.publish(
                HR, "r-5", "org.unenrol.import.closed", "{" + id + ", \"parts\": 2, \"rows\": 3}");
        upstream.publish(
                HR,
                "r-5",
                "org.unenrol.import.rows",
                "{" + id + ", \"part\": 2, \"rows\": [" + row("cleo") + "]}");
        upstream.publish(
                HR,
                "r-5",
                "org.unenrol.import.rows",
                "{" + id + ", \"part\": 1, \"rows\": [" + row("ada") + "," + row("bo") + "]}");
        upstream.publish(
                HR, "r-5", "org.unenrol.import.opened", "{" + id + ", \"mode\": \"VERIFY_ONLY\"}");

        assertThat(upstream.answerTo("r-5")).isEqualTo("ACCEPTED");
        assertThat(fileOf(importOf("r-5")).lines().map(line -> line.split(",")[0]))
                .containsExactly("Username", "ada", "bo", "cleo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mode-missing   | MALFORMED        | {"requestId": "%s", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No"}]}
                    mode-odd       | MALFORMED        | {"requestId": "%s", "mode": "apply", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No"}]}
                    mode-empty     | MALFORMED        | {"requestId": "%s", "mode": "", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No"}]}
                    rows-missing   | MALFORMED        | {"requestId": "%s", "mode": "APPLY"}
                    rows-no-array  | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": {}}
                    rows-none      | NO_ROWS          | {"requestId": "%s", "mode": "APPLY", "rows": []}
                    row-no-object  | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": ["a"]}
                    user-number    | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": 7, "activityReference": "F", "sendEmail": "No"}]}
                    user-null      | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": null, "activityReference": "F", "sendEmail": "No"}]}
                    email-missing  | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a", "activityReference": "F"}]}
                    own-column     | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No", "USERNAME ": "b"}]}
                    outcome-column | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No", "Outcome": "b"}]}
                    nul            | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a\\u0000", "activityReference": "F", "sendEmail": "No"}]}
                    surrogate      | MALFORMED        | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a", "activityReference": "F", "sendEmail": "No", "note": "\\ud800"}]}
                    name-twice     | UNREADABLE       | {"requestId": "%s", "mode": "APPLY", "rows": [{"username": "a", "username": "b", "activityReference": "F", "sendEmail": "No"}]}
                    no-json        | UNREADABLE       | {"requestId": "%s"
                    no-object      | UNREADABLE       | ["%s"]
                    """)
    void isRefusedWhereItIsNotAsTheSchemaHasIt(String requestId, String reason, String data) {
        upstream.publish(HR, requestId, REQUESTED, data.formatted(requestId));

        assertThat(upstream.answerTo(requestId)).isEqualTo(reason);
        assertThat(imports(requestId + ".csv")).isZero();
    }

    @Test
    void isToldEachFaultWithItsIndex() {
        upstream.publish(
                HR,
                "faults",
                REQUESTED,
                """
                {"requestId": "faults", "mode": "APPLY", "rows": [
                  {"username": "ada", "activityReference": "FIRE", "sendEmail": "No"},
                  {"username": 1, "sendEmail": "No"}]}
                """);

        assertThat(upstream.refusalOf("faults"))
                .contains("\"reason\":\"MALFORMED\"")
                .contains("{\"index\":1,\"member\":\"username\",\"kind\":\"WRONG_TYPE\"}")
                .contains("{\"index\":1,\"member\":\"activityReference\",\"kind\":\"MISSING\"}")
                .contains("Felder des Datensatzes");
    }

    @Test
    void tellsTheFirstHundredFaultsAndHowManyMoreThereAre() {
        String rows = IntStream.range(0, 150).mapToObj(i -> "7").collect(Collectors.joining(","));
        upstream.publish(HR, "many", REQUESTED, request("many", "APPLY", rows));

        assertThat(upstream.refusalOf("many")).contains("\"furtherFaults\":50");
    }

    @Test
    void isRefusedWhereTheSourceMayNot() {
        upstream.publish(
                "unenrolment.requests.records",
                "not-mine",
                REQUESTED,
                request("not-mine", "APPLY", row("ada")));
        upstream.publish(
                "unenrolment.requests.records",
                "no-account",
                REQUESTED,
                request("no-account", "VERIFY_ONLY", row("ada")));
        String many =
                IntStream.range(0, 2001)
                        .mapToObj(i -> row("u" + i))
                        .collect(Collectors.joining(","));
        upstream.publish(HR, "too-many", REQUESTED, request("too-many", "APPLY", many));

        assertThat(upstream.answerTo("not-mine")).isEqualTo("MODE_NOT_ALLOWED");
        assertThat(upstream.answerTo("no-account")).isEqualTo("ACCOUNT_NOT_ALLOWED");
        assertThat(upstream.answerTo("too-many")).isEqualTo("TOO_MANY_ROWS");
    }

    @Test
    void isRefusedByTheIdOfItsKeyWhereTheRecordCannotBeRead() {
        upstream.publish(HR, "tombstone", Map.of(), null);
        upstream.publish(HR, "large", REQUESTED, "x".repeat(400 * 1024));
        upstream.publish(
                HR,
                "old",
                Map.of("ce_specversion", "0.3", "ce_type", REQUESTED),
                request("old", "APPLY", row("ada")));
        upstream.publish(HR, "other", "com.example.hired", "{\"requestId\": \"other\"}");
        upstream.publish(HR, "no-type", Map.of("ce_specversion", "1.0"), "{}");
        upstream.publish(
                HR,
                "base64",
                Map.of(),
                "{\"specversion\":\"1.0\",\"type\":\""
                        + REQUESTED
                        + "\",\"data_base64\":\"e30=\"}");

        assertThat(upstream.answerTo("tombstone")).isEqualTo("UNREADABLE");
        assertThat(upstream.answerTo("large")).isEqualTo("TOO_LARGE");
        assertThat(upstream.answerTo("old")).isEqualTo("UNSUPPORTED_VERSION");
        assertThat(upstream.answerTo("other")).isEqualTo("UNKNOWN_TYPE");
        assertThat(upstream.answerTo("no-type")).isEqualTo("UNREADABLE");
        assertThat(upstream.answerTo("base64")).isEqualTo("UNREADABLE");
    }

    @Test
    void isSetAsideWithItsReasonWhereNobodyCanBeAnswered() {
        long before = upstream.topics().everPublished(HR + "-dlt");

        upstream.publish(HR, null, Map.of(), "no json");
        upstream.publish(HR, "\u0000", Map.of(), "no json");
        upstream.publish(HR, "after", REQUESTED, request("after", "VERIFY_ONLY", row("ada")));

        assertThat(upstream.answerTo("after")).isEqualTo("ACCEPTED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> upstream.topics().everPublished(HR + "-dlt") == before + 2);
        assertThat(
                        JDBC.sql(
                                        "select reason from imports.upstream_set_aside where source = 'hr'")
                                .query(String.class)
                                .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("UNREADABLE");
    }

    @Test
    void countsWhatIsRefusedAndSetAside() {
        double refused = gauge("refused");
        double setAside = gauge("set.aside");

        upstream.publish(HR, null, Map.of(), "neither a request nor a key");
        upstream.publish(
                HR, "counted", "org.unenrol.import.cancelled", "{\"requestId\": \"counted\"}");
        upstream.publish(HR, "counted-open", "org.unenrol.import.opened", opened("counted-open"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> gauge("refused") == refused + 1 && gauge("set.aside") == setAside + 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> gauge("open") >= 1);
        assertThat(gauge("waiting")).isBetween(0.0, 60.0);
    }

    private static String opened(String requestId) {
        return "{\"requestId\": \"%s\", \"mode\": \"APPLY\"}".formatted(requestId);
    }

    private double gauge(String name) {
        return upstream.bean(MeterRegistry.class)
                .get("unenrol.requests." + name)
                .tag("source", "hr")
                .gauge()
                .value();
    }

    @Test
    void isRefusedWhereTheRowsCannotBeAFile() {
        String columns =
                IntStream.range(0, 7)
                        .mapToObj(i -> ",\"%d%s\":1".formatted(i, "c".repeat(40_000)))
                        .collect(Collectors.joining());
        String wide = row("ada").replace("}", columns + "}");
        upstream.publish(HR, "wide", REQUESTED, request("wide", "VERIFY_ONLY", wide));

        assertThat(upstream.refusalOf("wide")).contains("FILE_REFUSED").contains("Zeile");
        assertThat(storedFilesWithoutImport()).isZero();
    }

    @Test
    void isCancelledBySomebodyWhoAsksForIt() {
        upstream.publish(HR, "c-1", REQUESTED, request("c-1", "VERIFY_ONLY", row("ada")));
        assertThat(upstream.answerTo("c-1")).isEqualTo("ACCEPTED");

        upstream.publish(
                HR, "c-1", "org.unenrol.import.cancel-requested", "{\"requestId\": \"c-1\"}");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> importOf("c-1").progress().cancelRequestedAt() != null);
    }

    @Test
    void isSentAndItsAnswersReadByTheProgramInTheDocs(@TempDir Path folder) throws Exception {
        CompletableFuture<Void> client =
                DocumentedClient.compiledIn(folder)
                        .start(upstream.topics().bootstrapServers(), "documented");
        assertThat(upstream.answerTo("documented")).isEqualTo("ACCEPTED");
        assertThat(client).isNotDone();

        upstream.bean(MessagePublisher.class)
                .publish(
                        List.of(
                                Message.of(
                                        new RequestReply.Ended(
                                                "documented",
                                                UUID.randomUUID(),
                                                RequestReply.End.COMPLETED,
                                                1,
                                                Map.of()),
                                        "hr")));

        assertThat(client).succeedsWithin(Duration.ofSeconds(30));
    }

    private static int storedFilesWithoutImport() {
        return JDBC.sql(
                        """
                        select count(*) from imports.stored_file f
                        where not exists (select from imports.import i where i.upload_file = f.id)
                        """)
                .query(Integer.class)
                .single();
    }

    private Import importOf(String requestId) {
        UUID id =
                JDBC.sql("select import_id from imports.upstream_request where request_id = ?")
                        .param(requestId)
                        .query(UUID.class)
                        .single();
        return upstream.bean(Imports.class).find(id).orElseThrow();
    }

    private String fileOf(Import made) throws IOException {
        try (InputStream bytes = upstream.bean(StoredFiles.class).open(made.file().upload())) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static int imports(String fileName) {
        return JDBC.sql("select count(*) from imports.import where file_name = ?")
                .param(fileName)
                .query(Integer.class)
                .single();
    }

    private static String row(String username) {
        return "{\"username\":\"%s\",\"activityReference\":\"FIRE\",\"sendEmail\":\"No\"}"
                .formatted(username);
    }

    private static String request(String id, String mode, String rows) {
        return "{\"requestId\":\"%s\",\"mode\":\"%s\",\"rows\":[%s]}".formatted(id, mode, rows);
    }

    private static String structured(String data) {
        return """
               {"specversion":"1.0","id":"1","source":"/hr","type":"%s","data":%s}
               """
                .formatted(REQUESTED, data);
    }
}
