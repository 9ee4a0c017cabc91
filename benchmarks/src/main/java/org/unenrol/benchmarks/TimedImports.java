package org.unenrol.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.unenrol.model.Mode;
import org.unenrol.test.api.ApiClient;

/** Runs imports and takes their time; the files may be larger than what fits into memory. */
record TimedImports(ApiClient api) {

    private static final int NOT_READY = 409;
    private static final int READY = 200;

    /** From the first byte of the upload to the last byte of the results file. */
    Duration run(Path csv, Mode mode, Path results, Duration poll) throws IOException {
        long start = System.nanoTime();
        String id = start(csv, mode);
        await(id, results, poll);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Uploads, and gives the import's id. */
    String start(Path csv, Mode mode) throws IOException {
        return api.submit(
                        api.request("/api/v1/imports?verifyOnly=" + (mode == Mode.VERIFY_ONLY))
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofFile(csv)))
                .importId();
    }

    /** Asks for the results again and again until they are there. */
    void await(String id, Path results, Duration poll) {
        int status = download(id, results);
        while (status == NOT_READY) {
            Pause.millis(poll.toMillis());
            status = download(id, results);
        }
        if (status != READY) {
            throw new IllegalStateException("the results answer " + status);
        }
    }

    private int download(String id, Path results) {
        return api.send(
                        api.request("/api/v1/imports/" + id + "/results.csv").GET(),
                        BodyHandlers.ofFile(results))
                .statusCode();
    }

    /** Tells how many rows of an import have an outcome. */
    int processed(String id) {
        return api.importOf(id).path("processed").asInt();
    }

    /** Tells how many of these imports have not ended. */
    long running(List<String> ids) {
        return ids.stream().filter(id -> !api.importOf(id).path("completedAt").isString()).count();
    }
}
