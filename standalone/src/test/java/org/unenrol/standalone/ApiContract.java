package org.unenrol.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.api.ObservedAnswer;
import org.unenrol.test.api.OpenApiContract;

/** The description that a server gives of its API; each of its answers is held to it. */
final class ApiContract {

    private static final Map<String, ApiContract> KNOWN = new ConcurrentHashMap<>();

    private final OpenApiContract contract;

    private ApiContract(OpenApiContract contract) {
        this.contract = contract;
    }

    /** A client whose every answer is held against the description. */
    static ApiClient client(String url, String username, String password) {
        return new ApiClient(
                url, username, password, answer -> of(answer.response().uri()).check(answer));
    }

    private static ApiContract of(URI server) {
        return KNOWN.computeIfAbsent(
                server.getAuthority(),
                authority -> read(URI.create("http://" + authority + "/api/openapi")));
    }

    private static ApiContract read(URI address) {
        try (var description = address.toURL().openStream()) {
            return new ApiContract(OpenApiContract.of(description.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Answer answer) {
        var request = answer.response().request();
        contract.check(
                new ObservedAnswer(
                        request.method(),
                        request.uri().getPath(),
                        answer.status(),
                        answer::header,
                        answer.text()));
    }
}
