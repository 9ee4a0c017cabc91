package org.unenrol.ingest.api.description;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A call as the description has it. */
record Operation(JsonNode document, String path, String method) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static Stream<Operation> allOf(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().propertyNames().stream()
                                        .filter(METHODS::contains)
                                        .map(one -> new Operation(document, path.getKey(), one)));
    }

    /** Such as {@code GET /api/v1/imports}. */
    String name() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    JsonNode node() {
        return document.path("paths").path(path).path(method);
    }

    Set<String> statuses() {
        return Set.copyOf(node().path("responses").propertyNames());
    }

    List<JsonNode> parameters() {
        return StreamSupport.stream(node().path("parameters").spliterator(), false)
                .map(this::resolved)
                .toList();
    }

    Stream<Problem> problems() {
        return node().path("responses").properties().stream()
                .flatMap(
                        answer ->
                                resolved(answer.getValue())
                                        .path("content")
                                        .path("application/problem+json")
                                        .path("examples")
                                        .properties()
                                        .stream()
                                        .map(
                                                example ->
                                                        new Problem(
                                                                answer.getKey(),
                                                                example.getKey(),
                                                                example.getValue().path("value"))));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** A problem that it tells of, under a status. */
    record Problem(String status, String slug, JsonNode example) {}
}
