package org.unenrol.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.unenrol.model.Mode;
import tools.jackson.databind.json.JsonMapper;

/** Runs imports over HTTP as a client does. */
final class ImportClient {

    private static final int ACCEPTED = 202;
    private static final int NOT_READY = 409;
    private static final int READY = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String url;
    private final String credentials;

    ImportClient(String url, String username, String password) {
        this.url = url;
        this.credentials =
                Base64.getEncoder()
                        .encodeToString(
                                (username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** From the first byte of the upload to the last byte of the results file. */
    Duration run(Path csv, Mode mode, Path results, Duration poll) throws IOException {
        long start = System.nanoTime();
        String id = start(csv, mode);
        await(id, results, poll);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Uploads, and gives the import's id. */
    String start(Path csv, Mode mode) throws IOException {
        HttpResponse<String> accepted =
                send(
                        request("/api/v1/imports?verifyOnly=" + (mode == Mode.VERIFY_ONLY))
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofFile(csv)),
                        BodyHandlers.ofString());
        if (accepted.statusCode() != ACCEPTED) {
            throw new IllegalStateException("the upload was answered: " + accepted.body());
        }
        return json.readTree(accepted.body()).path("id").asString();
    }

    /** Asks for the results again and again until they are there. */
    void await(String id, Path results, Duration poll) throws IOException {
        while (true) {
            int status =
                    send(
                                    request("/api/v1/imports/" + id + "/results.csv").GET(),
                                    BodyHandlers.ofFile(results))
                            .statusCode();
            if (status == READY) {
                return;
            }
            if (status != NOT_READY) {
                throw new IllegalStateException("the results answer " + status);
            }
            Pause.millis(poll.toMillis());
        }
    }

    /** Tells how many rows of an import have an outcome. */
    int processed(String id) throws IOException {
        String answer =
                send(request("/api/v1/imports/" + id).GET(), BodyHandlers.ofString()).body();
        return json.readTree(answer).path("processed").asInt();
    }

    /** Tells how many of these imports have not ended. */
    int running(List<String> ids) throws IOException {
        int running = 0;
        for (String id : ids) {
            String answer =
                    send(request("/api/v1/imports/" + id).GET(), BodyHandlers.ofString()).body();
            running += json.readTree(answer).path("completedAt").isString() ? 0 : 1;
        }
        return running;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + credentials);
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading) throws IOException {
        try {
            return http.send(request.build(), reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
