package org.unenrol.ingest.api.description;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.wording.Messages;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document: {@code openapi.yaml}, with an example of each problem where it names one.
 */
final class ApiDescription {

    private static final String PROBLEM_TYPES = "x-problem-types";
    private static final Messages ENGLISH = Messages.in("en");
    private static final Map<String, Object> CONTENT_LANGUAGE =
            Map.of("$ref", "#/components/headers/ContentLanguage");

    private final Map<String, Object> document;

    private ApiDescription(Map<String, Object> document) {
        this.document = document;
    }

    /** Reads it. */
    static ApiDescription read() throws IOException {
        try (InputStream file = new ClassPathResource("openapi.yaml").getInputStream()) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            addExamples(document);
            Map<String, Object> whole = map(document);
            schema(whole, "Problem").put("description", allProblems());
            return new ApiDescription(whole);
        }
    }

    /**
     * The document as it is served.
     *
     * @param contextPath below which the API answers; empty where it is the server's only one
     */
    Map<String, Object> of(String contextPath) {
        Map<String, Object> served = new LinkedHashMap<>(document);
        served.put(
                "servers",
                List.of(Map.of("url", contextPath + "/", "description", "This installation")));
        return served;
    }

    private static void addExamples(Object node) {
        if (node instanceof Map<?, ?> fields) {
            fields.values().forEach(ApiDescription::addExamples);
            if (fields.get(PROBLEM_TYPES) instanceof List<?> slugs) {
                map(fields).put("content", problems(slugs));
                map(map(fields).computeIfAbsent("headers", name -> new LinkedHashMap<>()))
                        .put("Content-Language", CONTENT_LANGUAGE);
            }
        } else if (node instanceof List<?> items) {
            items.forEach(ApiDescription::addExamples);
        }
    }

    private static Map<String, Object> problems(List<?> slugs) {
        Map<String, Object> examples = new LinkedHashMap<>();
        for (Object slug : slugs) {
            examples.put(slug.toString(), Map.of("value", example(ofSlug(slug.toString()))));
        }
        Map<String, Object> schema = Map.of("$ref", "#/components/schemas/Problem");
        return Map.of("application/problem+json", Map.of("schema", schema, "examples", examples));
    }

    private static ProblemType ofSlug(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no problem is of the type " + slug));
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri().toString());
        example.put("title", type.title(ENGLISH));
        example.put("status", type.status().value());
        example.put("detail", type.detail(ENGLISH));
        return example;
    }

    private static String allProblems() {
        String rows =
                Arrays.stream(ProblemType.values())
                        .map(ApiDescription::tableRow)
                        .collect(Collectors.joining());
        return """
               What went wrong (RFC 9457).

               | type | status | how to fix it |
               |---|---|---|
               """
                + rows;
    }

    private static String tableRow(ProblemType type) {
        return "| `%s` | %d | %s |\n"
                .formatted(type.uri(), type.status().value(), type.detail(ENGLISH));
    }

    private static Map<String, Object> schema(Map<String, Object> whole, String name) {
        Map<String, Object> schemas = map(child(map(child(whole, "components")), "schemas"));
        return map(child(schemas, name));
    }

    private static Object child(Map<String, Object> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    @SuppressWarnings("unchecked") // a document's names are strings
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
