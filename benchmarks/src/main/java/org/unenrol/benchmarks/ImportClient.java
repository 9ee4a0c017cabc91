package org.unenrol.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Runs an import over HTTP as a client does, and says how long it took. */
final class ImportClient {

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
    Duration run(byte[] csv, int rows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String accepted =
                http.send(
                                request("/api/v1/imports?verifyOnly=false")
                                        .header("Content-Type", "text/csv")
                                        .POST(BodyPublishers.ofByteArray(csv))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        String id = json.readTree(accepted).path("id").asString();
        long lines = awaitResults("/api/v1/imports/" + id + "/results.csv");
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (lines != rows + 1) {
            throw new IllegalStateException("the results have " + lines + " lines");
        }
        return time;
    }

    private long awaitResults(String path) throws IOException, InterruptedException {
        while (true) {
            var answer = http.send(request(path).build(), BodyHandlers.ofString());
            if (answer.statusCode() == READY) {
                return answer.body().lines().count();
            }
            if (answer.statusCode() != NOT_READY) {
                throw new IllegalStateException("the results answer " + answer.statusCode());
            }
            Thread.sleep(Duration.ofMillis(100).toMillis());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + credentials);
    }
}
