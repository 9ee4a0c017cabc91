package org.unenrol.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of an API, and whether what the API answers is as described: the status, the
 * type, required headers, each field and none besides, each problem.
 */
public final class OpenApiContract {

    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final DescribedSchemas schemas;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    private OpenApiContract(JsonNode document) {
        this.document = document;
        this.schemas = new DescribedSchemas(document);
    }

    /** The contract that this OpenAPI document in JSON makes. */
    public static OpenApiContract of(byte[] document) {
        return new OpenApiContract(new JsonMapper().readTree(document));
    }

    /** The calls that there are, with each status: {@code GET /api/v1/imports 200}. */
    public Set<String> described() {
        return document.path("paths").properties().stream()
                .flatMap(path -> calls(path.getKey(), path.getValue()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> calls(String path, JsonNode methods) {
        return methods.properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .flatMap(
                        method ->
                                method.getValue().path("responses").propertyNames().stream()
                                        .map(status -> name(method.getKey(), path, status)));
    }

    /** Those of {@link #described()} that have been answered and checked. */
    public Set<String> met() {
        return Set.copyOf(met);
    }

    /**
     * Checks an answer; one of a call that is not described is a problem.
     *
     * @throws AssertionError where it is not as described
     */
    public void check(ObservedAnswer answer) {
        String template = template(answer.path());
        JsonNode call =
                document.path("paths")
                        .path(template)
                        .path(answer.method().toLowerCase(Locale.ROOT));
        if (call.isMissingNode()) {
            checkOfNoCall(answer);
            return;
        }
        String status = String.valueOf(answer.status());
        String name = name(answer.method(), template, status);
        JsonNode described = resolved(call.path("responses").path(status));
        assertThat(described.isMissingNode()).as("not described: " + name).isFalse();
        checkHeaders(name, described, answer);
        checkBody(name, described.path("content"), answer);
        met.add(name);
    }

    private void checkOfNoCall(ObservedAnswer answer) {
        if (answer.path().startsWith("/api") && answer.status() >= 400) {
            assertThat(answer.type()).isEqualTo(PROBLEM);
            schemas.checkNamed("Problem", answer.path(), answer);
        }
    }

    private void checkHeaders(String name, JsonNode described, ObservedAnswer answer) {
        for (Map.Entry<String, JsonNode> header : described.path("headers").properties()) {
            if (resolved(header.getValue()).path("required").asBoolean(false)) {
                assertThat(answer.header(header.getKey())).as(name + header.getKey()).isNotEmpty();
            }
        }
    }

    private void checkBody(String name, JsonNode content, ObservedAnswer answer) {
        String type = answer.type();
        assertThat(content.propertyNames()).as(name).contains(type);
        if (type.endsWith("json")) {
            schemas.check(content.path(type).path("schema"), name, answer);
        }
        if (type.equals(PROBLEM)) {
            assertThat(content.path(type).path("examples").propertyNames())
                    .as(name)
                    .contains(answer.json().path("type").asString().replaceAll(".*:", ""));
        }
    }

    private String template(String path) {
        return document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(pattern(template)))
                .findFirst()
                .orElse("");
    }

    private static String pattern(String template) {
        return Pattern.quote(template).replace("{id}", "\\E[^/]+\\Q");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static String name(String method, String path, String status) {
        return method.toUpperCase(Locale.ROOT) + " " + path + " " + status;
    }
}
