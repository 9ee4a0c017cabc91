package org.unenrol.test.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * The REST API as somebody sees it who signs in with a password.
 *
 * @param check is shown each answer before whoever has asked for it
 */
public record ApiClient(String url, String username, String password, Consumer<Answer> check) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /** A client that checks no answer. */
    public ApiClient(String url, String username, String password) {
        this(url, username, password, answer -> {});
    }

    public Answer get(String path) {
        return submit(request(path).GET());
    }

    public Answer post(String path) {
        return submit(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer upload(byte[] csv, String query) {
        return submit(
                request("/api/v1/imports?" + query)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(csv)));
    }

    /** Begins a request of whoever has signed in. */
    public HttpRequest.Builder request(String path) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public Answer submit(HttpRequest.Builder request) {
        Answer answer = new Answer(send(request, BodyHandlers.ofByteArray()));
        check.accept(answer);
        return answer;
    }

    /**
     * Sends a request whose answer is not to be checked.
     *
     * @throws UncheckedIOException when there is no answer
     */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> reading) {
        try {
            return HTTP.send(request.build(), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Uploads, waits for the end, and returns the import's id. */
    public String run(byte[] csv, boolean verifyOnly) {
        String id = start(csv, verifyOnly);
        awaitEnd(id);
        return id;
    }

    /** Uploads, and returns the import's id. */
    public String start(byte[] csv, boolean verifyOnly) {
        return upload(csv, "verifyOnly=" + verifyOnly).importId();
    }

    public JsonNode importOf(String id) {
        return get("/api/v1/imports/" + id).json();
    }

    public JsonNode awaitEnd(String id) {
        return Awaitility.await("import " + id + " has ended")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> importOf(id), one -> one.path("completedAt").isString());
    }

    public byte[] results(String id) {
        return get("/api/v1/imports/" + id + "/results.csv").bytes();
    }
}
