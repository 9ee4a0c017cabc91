package org.unenrol.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a client sees it. Each answer is held against the description of the API. */
record Api(String url, String username, String password) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    /** An answer: status, headers and body. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Answer upload(byte[] csv, String query) {
        return send(
                request("/api/v1/imports?" + query)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(csv)));
    }

    Answer submit(HttpRequest.Builder request) {
        return send(request);
    }

    HttpRequest.Builder request(String path) {
        String credentials = username + ":" + password;
        return HttpRequest.newBuilder(URI.create(url + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                credentials.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode importOf(String id) {
        return get("/api/v1/imports/" + id).json();
    }

    JsonNode awaitEnd(String id) {
        return Awaitility.await("import " + id + " has ended")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> importOf(id), one -> hasEnded(one));
    }

    /** Uploads, waits for the end, and returns the import's id. */
    String run(byte[] csv, boolean verifyOnly) {
        String id = start(csv, verifyOnly);
        awaitEnd(id);
        return id;
    }

    String start(byte[] csv, boolean verifyOnly) {
        return upload(csv, "verifyOnly=" + verifyOnly).json().path("id").asString();
    }

    byte[] results(String id) {
        return get("/api/v1/imports/" + id + "/results.csv").bytes();
    }

    private static boolean hasEnded(JsonNode one) {
        return switch (one.path("state").asString()) {
            case "COMPLETED", "CANCELLED", "FAILED" -> true;
            default -> false;
        };
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            Answer answer =
                    new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            ApiContract.of(answer.response().uri()).check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
