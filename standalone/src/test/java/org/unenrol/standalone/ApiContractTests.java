package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

/** Calls everything that the description has and compares; see {@link ApiContract}. */
class ApiContractTests {

    /** What only a failure, a file of 100 MB or one of a million rows brings about. */
    private static final Set<String> NOT_TRIED = Set.of("500", "413");

    private static final String IMPORTS = "/api/v1/imports";

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final ApiContract contract = ApiContract.of(URI.create(system.url()));

    @Test
    void answersEachCallWithEachStatusAsDescribed() {
        byte[] file = Csv.file().row("nobody", "NONE", "No").bytes();
        String verified = api.run(file, true);
        runThrough(verified, file);
        refuseInput(verified, file);
        whileItRuns(file);
        afterItsResultsAreGone(api.run(file, true));
        refuseWhoAsks(verified);

        assertThat(new TreeSet<>(contract.met())).containsAll(expected());
    }

    private Set<String> expected() {
        return contract.described().stream()
                .filter(one -> !NOT_TRIED.contains(one.substring(one.lastIndexOf(' ') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void runThrough(String verified, byte[] file) {
        api.get(IMPORTS);
        api.get(IMPORTS + "/" + verified + "/rows");
        api.get(IMPORTS + "/" + verified + "/results.csv");
        api.get(IMPORTS + "/" + verified + "/mail");
        api.post(IMPORTS + "/" + verified + "/mail/send-again");
        api.get("/api/v1/files/template.csv");
        api.get("/api/v1/files/example.csv");
        String key = UUID.randomUUID().toString();
        String applied = apply(verified, key).json().path("id").asString();
        api.awaitEnd(applied);
        apply(api.run(file, true), key);
        api.post(IMPORTS + "/" + applied + "/apply");
        api.post(IMPORTS + "/" + applied + "/cancel");
    }

    private void refuseInput(String id, byte[] file) {
        api.upload(new byte[0], "verifyOnly=true");
        api.upload(file, "");
        api.submit(
                api.request(IMPORTS + "?verifyOnly=true")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        api.submit(
                api.request(IMPORTS + "?verifyOnly=true")
                        .header("Content-Type", "text/csv")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofByteArray(file)));
        for (String call : calls()) {
            String unknown = call.replace("{id}", UUID.randomUUID().toString());
            api.submit(request(api, unknown));
            api.submit(request(api, call.replace("{id}", id) + "?a=%00"));
            api.submit(request(api, unknown).header("Accept", "text/html"));
        }
    }

    private void whileItRuns(byte[] file) {
        system.holdWorker();
        String id = api.start(file, true);
        api.get(IMPORTS + "/" + id + "/results.csv");
        api.post(IMPORTS + "/" + id + "/cancel");
        system.releaseWorker();
        api.awaitEnd(id);
    }

    private void afterItsResultsAreGone(String id) {
        system.jdbc()
                .sql("update imports.progress set results_file = null where import_id = :id")
                .param("id", UUID.fromString(id))
                .update();
        api.get(IMPORTS + "/" + id + "/results.csv");
    }

    private void refuseWhoAsks(String id) {
        for (String call : calls()) {
            String one = call.replace("{id}", id);
            api.submit(request(system.apiAs("nobody", "wrong"), one));
            api.submit(request(system.apiAs("amelia.hughes"), one));
        }
    }

    private Answer apply(String id, String key) {
        return api.submit(
                api.request(IMPORTS + "/" + id + "/apply")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.noBody()));
    }

    private Set<String> calls() {
        return contract.described().stream()
                .map(one -> one.substring(0, one.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static HttpRequest.Builder request(ApiClient api, String call) {
        String[] parts = call.split(" ", 2);
        return api.request(parts[1]).method(parts[0], BodyPublishers.noBody());
    }
}
