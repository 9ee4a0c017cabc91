package org.unenrol.test.api;

import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer, however it was asked for.
 *
 * @param path of the request, without its query
 * @param headers the value of a header by its name; empty where there is none
 */
public record ObservedAnswer(
        String method, String path, int status, UnaryOperator<String> headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    String header(String name) {
        return headers.apply(name);
    }

    /** The type of the body, without its parameters. */
    String type() {
        return header("Content-Type").replaceAll(";.*", "");
    }

    JsonNode json() {
        return JSON.readTree(text);
    }
}
