package org.unenrol.ingest.api.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.SYSTEM_ERROR;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.model.OutcomeCode;

/** Calls everything that the description has and compares; see {@link ApiTestCase}. */
class EveryAnswerTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("nobody,NONE,No");

    @Test
    void isAsDescribedForEachCallWithEachStatus() {
        UUID verified = verified();
        runThrough(verified);
        useRowsAgain("take-back", UNENROLLED);
        useRowsAgain("retry", SYSTEM_ERROR);
        refuseInput(verified);
        whileItRuns(verifying(FILE));
        afterItsResultsAreGone(verified());
        refuseWhoAsks(verified);

        assertThat(contract.met()).containsAll(expected());
    }

    /**
     * The described answers, less those that only a failure of the server or many calls at a time
     * bring about; of the latter there are tests of their own.
     */
    private Set<String> expected() {
        return contract.described().stream()
                .filter(one -> !one.endsWith(" 500") && !one.endsWith(" 429"))
                .collect(Collectors.toSet());
    }

    private UUID verified() {
        UUID id = verifying(FILE);
        others.end(id, READY);
        return id;
    }

    private void runThrough(UUID verified) {
        String self = IMPORTS + "/" + verified;
        get(IMPORTS);
        get(self);
        get(self + "/rows");
        get(self + "/impact");
        get(self + "/results.csv");
        get(self + "/mail");
        post(self + "/mail/send-again");
        get("/api/v1/files/template.csv");
        get("/api/v1/files/example.csv");
        get("/api/v1/audit");
        String key = UUID.randomUUID().toString();
        UUID applied = apply(verified, key);
        others.end(applied, READY);
        apply(verified(), key);
        get(IMPORTS + "/" + applied + "/impact");
        post(IMPORTS + "/" + applied + "/apply");
        post(IMPORTS + "/" + applied + "/cancel");
    }

    private void refuseInput(UUID id) {
        upload(new byte[0], "verifyOnly=true");
        upload(CsvFile.ofRows(61), "verifyOnly=true");
        upload(FILE, "");
        ask(uploading(FILE, "verifyOnly=true").header("Content-Type", "application/json"));
        ask(uploading(FILE, "verifyOnly=true").header("Accept", "text/html"));
        for (String call : calls()) {
            String unknown = call.replace("{id}", UUID.randomUUID().toString());
            ask(request(unknown));
            ask(request(call.replace("{id}", id.toString()) + "?a=%00"));
            ask(request(unknown).header("Accept", "text/html"));
        }
    }

    private void whileItRuns(UUID id) {
        get(IMPORTS + "/" + id + "/results.csv");
        post(IMPORTS + "/" + id + "/cancel");
    }

    private void afterItsResultsAreGone(UUID id) {
        jdbc.sql("update imports.import set upload_file = null where id = ?").param(id).update();
        jdbc.sql(
                        """
                        update imports.progress
                        set results_file = null, outcomes_deleted_at = now(), upload_deleted_at = now()
                        where import_id = ?
                        """)
                .param(id)
                .update();
        get(IMPORTS + "/" + id + "/results.csv");
        get(IMPORTS + "/" + id + "/rows");
        get(IMPORTS + "/" + id + "/impact");
        post(IMPORTS + "/" + id + "/apply");
    }

    /** Once, and once more; with the key of another one; and without the file. */
    private void useRowsAgain(String call, OutcomeCode outcome) {
        String key = UUID.randomUUID().toString();
        UUID used = applied(outcome);
        ask(request("POST " + IMPORTS + "/" + used + "/" + call).header("Idempotency-Key", key));
        post(IMPORTS + "/" + used + "/" + call);
        UUID other = applied(outcome);
        ask(request("POST " + IMPORTS + "/" + other + "/" + call).header("Idempotency-Key", key));
        UUID gone = applied(outcome);
        jdbc.sql(
                        """
                        with gone as (update imports.import set upload_file = null where id = ? returning id)
                        update imports.progress set upload_deleted_at = now()
                        from gone where import_id = gone.id
                        """)
                .param(gone)
                .update();
        post(IMPORTS + "/" + gone + "/" + call);
    }

    private UUID applied(OutcomeCode outcome) {
        UUID id = applying(FILE);
        others.end(id, outcome);
        return id;
    }

    private void refuseWhoAsks(UUID id) {
        for (String call : calls()) {
            String one = call.replace("{id}", id.toString());
            askAsNobody(request(one));
            askAs("amelia.hughes", request(one));
        }
        askAs("content.admin", request("GET /api/v1/audit"));
    }

    private UUID apply(UUID id, String key) {
        var answer =
                ask(
                        request("POST " + IMPORTS + "/" + id + "/apply")
                                .header("Idempotency-Key", key));
        return UUID.fromString(json(answer).path("id").asString(new UUID(0, 0).toString()));
    }

    private Set<String> calls() {
        return contract.described().stream()
                .map(one -> one.substring(0, one.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private MockMvcRequestBuilder request(String call) {
        String[] parts = call.split(" ", 2);
        return api.method(HttpMethod.valueOf(parts[0])).uri(URI.create(parts[1]));
    }
}
