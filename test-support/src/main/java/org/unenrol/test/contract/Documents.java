package org.unenrol.test.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An AsyncAPI document with its schemas, and each reference followed. */
final class Documents {

    static final String ASYNC_API = "asyncapi.yaml";

    private static final String SCHEMAS = "schemas/v1/";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> byPath = new TreeMap<>();
    private final Set<String> followed = new TreeSet<>();

    /** Reads them from a folder of the class path. */
    static Documents of(String folder) {
        Documents documents = new Documents();
        var resources = new PathMatchingResourcePatternResolver();
        try (InputStream yaml =
                resources.getResource("classpath:" + folder + ASYNC_API).getInputStream()) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            documents.byPath.put(ASYNC_API, JSON.valueToTree(document));
            for (Resource schema :
                    resources.getResources("classpath*:" + folder + SCHEMAS + "*.json")) {
                documents.byPath.put(
                        SCHEMAS + schema.getFilename(),
                        JSON.readTree(schema.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    Map<String, JsonNode> byPath() {
        return byPath;
    }

    /** The documents, and the places in them, to which a reference has been followed. */
    Set<String> followed() {
        return followed;
    }

    /**
     * A document with everything that it refers to in place of the reference.
     *
     * @throws IllegalArgumentException when a reference leads nowhere
     */
    JsonNode whole(String path) {
        JsonNode document = byPath.get(path);
        if (document == null) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return whole(path, document);
    }

    private JsonNode whole(String path, JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            return follow(URI.create(path).resolve(reference.stringValue()).normalize());
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(m -> copy.set(m.getKey(), whole(path, m.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(element -> copy.add(whole(path, element)));
            return copy;
        }
        return node;
    }

    private JsonNode follow(URI reference) {
        JsonNode document = byPath.getOrDefault(reference.getPath(), JSON.missingNode());
        JsonNode target =
                reference.getFragment() == null ? document : document.at(reference.getFragment());
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("a reference leads nowhere: " + reference);
        }
        followed.add(reference.toString());
        return whole(reference.getPath(), target);
    }
}
