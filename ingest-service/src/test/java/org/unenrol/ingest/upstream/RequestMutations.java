package org.unenrol.ingest.upstream;

import java.util.List;
import java.util.stream.Stream;
import org.unenrol.ledger.upstream.RequestRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests of which one member is missing, or has another value. */
final class RequestMutations {

    private static final List<JsonNode> VALUES =
            Stream.of(
                            "null",
                            "true",
                            "false",
                            "0",
                            "-1",
                            "7",
                            "1.5",
                            "2147483648",
                            "\"\"",
                            "\" \"",
                            "\"x\"",
                            "\"Yes\"",
                            "\"no\"",
                            "\"APPLY\"",
                            "\"a\\tb\"",
                            "\"%s\"".formatted("9".repeat(200)),
                            "\"%s\"".formatted("9".repeat(201)),
                            "[]",
                            "[7]",
                            "[{}]",
                            "{}")
                    .map(RequestMutations::read)
                    .toList();

    private RequestMutations() {}

    static Stream<JsonNode> of(JsonNode request) {
        Stream<JsonNode> rows =
                request.path("rows").isArray()
                        ? of(request.path("rows").get(0)).map(row -> withRow(request, row))
                        : Stream.of();
        return Stream.concat(ofMembers(request), rows);
    }

    private static Stream<JsonNode> ofMembers(JsonNode object) {
        return object.propertyNames().stream()
                .flatMap(
                        name ->
                                Stream.concat(
                                        Stream.of(without(object, name)),
                                        VALUES.stream().map(value -> with(object, name, value))));
    }

    private static JsonNode without(JsonNode object, String name) {
        ObjectNode copy = (ObjectNode) object.deepCopy();
        copy.remove(name);
        return copy;
    }

    private static JsonNode with(JsonNode object, String name, JsonNode value) {
        ObjectNode copy = (ObjectNode) object.deepCopy();
        copy.set(name, value);
        return copy;
    }

    private static JsonNode withRow(JsonNode request, JsonNode row) {
        JsonNode copy = request.deepCopy();
        ((ArrayNode) copy.path("rows")).add(row);
        return copy;
    }

    private static JsonNode read(String json) {
        return RequestRow.EXACT.readTree(json);
    }
}
