package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unenrol.test.api.Answer;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API as one server gives it, and whether what the API answers is as
 * described: the status, the type, required headers, each field and none besides, each problem.
 */
final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, ApiContract> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    private ApiContract(JsonNode document) {
        this.document = document;
        closeObjects(document.at("/components/schemas"));
    }

    /** A client whose every answer is held against the description. */
    static ApiClient client(String url, String username, String password) {
        return new ApiClient(
                url, username, password, answer -> of(answer.response().uri()).check(answer));
    }

    static ApiContract of(URI server) {
        return KNOWN.computeIfAbsent(
                server.getAuthority(),
                authority -> read(URI.create("http://" + authority + "/api/openapi")));
    }

    private static ApiContract read(URI address) {
        try (var description = address.toURL().openStream()) {
            return new ApiContract(JSON.readTree(description));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calls that there are, with each status: {@code GET /api/v1/imports 200}. */
    Set<String> described() {
        return document.path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(call -> call.getValue().has("responses"))
                                        .flatMap(
                                                call ->
                                                        statuses(call.getValue()).stream()
                                                                .map(
                                                                        status ->
                                                                                name(
                                                                                        call
                                                                                                .getKey(),
                                                                                        path
                                                                                                .getKey(),
                                                                                        status))))
                .collect(Collectors.toSet());
    }

    /** Those of {@link #described()} that have been answered and checked. */
    Set<String> met() {
        return Set.copyOf(met);
    }

    void check(Answer answer) {
        var request = answer.response().request();
        String path = request.uri().getPath();
        String template = template(path);
        JsonNode call =
                document.path("paths")
                        .path(template)
                        .path(request.method().toLowerCase(Locale.ROOT));
        if (call.isMissingNode()) {
            checkOfNoCall(path, answer);
            return;
        }
        String name = name(request.method(), template, String.valueOf(answer.status()));
        JsonNode described = resolved(call.path("responses").path(String.valueOf(answer.status())));
        assertThat(described.isMissingNode()).as("not described: " + name).isFalse();
        checkHeaders(name, described, answer);
        checkBody(name, described.path("content"), answer);
        met.add(name);
    }

    private void checkOfNoCall(String path, Answer answer) {
        if (path.startsWith("/api") && answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            checkSchema(
                    path,
                    JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"),
                    answer);
        }
    }

    private void checkHeaders(String name, JsonNode described, Answer answer) {
        for (Map.Entry<String, JsonNode> header : described.path("headers").properties()) {
            if (resolved(header.getValue()).path("required").asBoolean(false)) {
                assertThat(answer.header(header.getKey())).as(name + header.getKey()).isNotEmpty();
            }
        }
    }

    private void checkBody(String name, JsonNode content, Answer answer) {
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        assertThat(content.propertyNames()).as(name).contains(type);
        if (type.endsWith("json")) {
            checkSchema(name, content.path(type).path("schema"), answer);
        }
        if (type.equals("application/problem+json")) {
            assertThat(content.path(type).path("examples").propertyNames())
                    .as(name)
                    .contains(answer.json().path("type").asString().replaceAll(".*:", ""));
        }
    }

    private void checkSchema(String name, JsonNode schema, Answer answer) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.path("components"));
        Schema checked = SCHEMAS.getSchema(whole);
        assertThat(
                        checked.validate(
                                answer.json(),
                                run -> run.executionConfig(c -> c.formatAssertionsEnabled(true))))
                .as(name + " " + answer.text())
                .isEmpty();
    }

    private String template(String path) {
        List<String> fitting =
                document.path("paths").propertyNames().stream()
                        .filter(
                                template ->
                                        path.matches(
                                                Pattern.quote(template)
                                                        .replace("{id}", "\\E[^/]+\\Q")))
                        .toList();
        return fitting.isEmpty() ? "" : fitting.get(0);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static Set<String> statuses(JsonNode call) {
        return Set.copyOf(call.path("responses").propertyNames());
    }

    private static String name(String method, String path, String status) {
        return method.toUpperCase(Locale.ROOT) + " " + path + " " + status;
    }

    /** A client may be sent more than it knows; a test wants to be told. */
    private static void closeObjects(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }
}
