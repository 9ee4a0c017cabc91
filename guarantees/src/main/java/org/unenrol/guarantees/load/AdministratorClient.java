package org.unenrol.guarantees.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uploads files as a patient administrator does: with an idempotency key, again and again until the
 * answer is 202.
 */
public final class AdministratorClient {

    public static final String USERNAME = "global.admin";
    public static final String PASSWORD = "a password for tests";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final List<URI> doors;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    /** Takes the addresses of all ingest services. */
    public AdministratorClient(List<URI> doors) {
        this.doors = doors;
    }

    /** Uploads a file and returns the import's id. */
    public String upload(byte[] file, boolean verifyOnly) {
        String key = UUID.randomUUID().toString();
        return accepted(
                "/api/v1/imports?fileName=leavers.csv&verifyOnly=" + verifyOnly,
                request ->
                        request.header("Content-Type", "text/csv")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Applies what an import has verified. */
    public String apply(String verified) {
        String key = UUID.randomUUID().toString();
        return accepted(
                "/api/v1/imports/" + verified + "/apply",
                request -> request.header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
    }

    /** Asks once to cancel an import; it may have ended by then. */
    public void cancel(String id) {
        send(request("/api/v1/imports/" + id + "/cancel").POST(BodyPublishers.noBody()));
    }

    /** The import as it stands; null while nobody can tell. */
    public @Nullable JsonNode look(String id) {
        HttpResponse<byte[]> answer = send(request("/api/v1/imports/" + id).GET());
        return answer != null && answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
    }

    /** The results file. */
    public byte[] results(String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> send(request("/api/v1/imports/" + id + "/results.csv").GET()),
                        answer -> answer != null && answer.statusCode() == 200)
                .body();
    }

    /** Tells how often an upload was refused with a status, or not answered at all. */
    public int refusals() {
        return refusals.get();
    }

    private String accepted(String path, java.util.function.UnaryOperator<HttpRequest.Builder> as) {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            HttpResponse<byte[]> answer = send(as.apply(request(path)));
            if (answer != null && answer.statusCode() == 202) {
                return JSON.readTree(answer.body()).path("id").asString();
            }
            refusals.incrementAndGet();
            pause();
        }
        throw new IllegalStateException("nothing was accepted for " + PATIENCE);
    }

    private HttpRequest.Builder request(String path) {
        URI door = doors.get(Math.floorMod(turn.getAndIncrement(), doors.size()));
        String credentials = USERNAME + ":" + PASSWORD;
        return HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
