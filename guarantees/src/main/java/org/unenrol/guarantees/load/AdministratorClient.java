package org.unenrol.guarantees.load;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;

/**
 * Uploads files as a patient administrator does: with an idempotency key, again and again until the
 * answer is 202.
 */
public final class AdministratorClient {

    public static final String USERNAME = "global.admin";
    public static final String PASSWORD = "a password for tests";

    private static final String KEY = "Idempotency-Key";

    private final List<ApiClient> doors;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    /** Takes the addresses of all ingest services. */
    public AdministratorClient(List<URI> doors) {
        this.doors =
                doors.stream()
                        .map(door -> new ApiClient(door.toString(), USERNAME, PASSWORD))
                        .toList();
    }

    /** Uploads a file and returns the import's id. */
    public String upload(byte[] file, boolean verifyOnly) {
        return accepted(
                "?fileName=leavers.csv&verifyOnly=" + verifyOnly,
                request ->
                        request.header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Applies what an import has verified. */
    public String apply(String verified) {
        return accepted("/" + verified + "/apply", AdministratorClient::post);
    }

    /** Gives back the places that an import has ended. */
    public String takeBack(String applied) {
        return accepted("/" + applied + "/take-back", AdministratorClient::post);
    }

    /** Asks once to cancel an import; it may have ended by then. */
    public void cancel(String id) {
        answer("/" + id + "/cancel", AdministratorClient::post);
    }

    /** The results file. */
    public byte[] results(String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> answer("/" + id + "/results.csv", HttpRequest.Builder::GET),
                        answer -> answer.filter(one -> one.status() == 200).isPresent())
                .orElseThrow()
                .bytes();
    }

    /** Tells how often an upload was refused with a status, or not answered at all. */
    public int refusals() {
        return refusals.get();
    }

    private String accepted(String path, UnaryOperator<HttpRequest.Builder> as) {
        String key = UUID.randomUUID().toString();
        return Awaitility.await("something is accepted")
                .atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> answer(path, request -> as.apply(request.header(KEY, key))),
                        this::isAccepted)
                .orElseThrow()
                .importId();
    }

    private boolean isAccepted(Optional<Answer> answer) {
        boolean accepted = answer.filter(Answer::isAccepted).isPresent();
        if (!accepted) {
            refusals.incrementAndGet();
        }
        return accepted;
    }

    /** By the next door; nothing where nobody answers. */
    private Optional<Answer> answer(String path, UnaryOperator<HttpRequest.Builder> as) {
        ApiClient door = doors.get(Math.floorMod(turn.getAndIncrement(), doors.size()));
        HttpRequest.Builder request =
                door.request("/api/v1/imports" + path).timeout(Duration.ofSeconds(30));
        try {
            return Optional.of(door.submit(as.apply(request)));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request) {
        return request.POST(BodyPublishers.noBody());
    }
}
