package org.unenrol.test.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer: status, headers and body. */
public record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** Empty where there is none of this name. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public boolean isAccepted() {
        return status() == ACCEPTED;
    }

    /**
     * The import that was accepted.
     *
     * @return its id
     * @throws IllegalStateException with what was answered instead
     */
    public String importId() {
        if (!isAccepted()) {
            throw new IllegalStateException("not accepted, but answered: " + text());
        }
        return json().path("id").asString();
    }
}
