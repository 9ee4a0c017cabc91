package org.unenrol.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of a description. A field that they do not have may not be answered either. */
final class DescribedSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode components;

    DescribedSchemas(JsonNode document) {
        this.components = document.path("components");
        closeObjects(components.path("schemas"));
    }

    void checkNamed(String schema, String call, ObservedAnswer answer) {
        check(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), call, answer);
    }

    void check(JsonNode schema, String call, ObservedAnswer answer) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", components);
        Schema checked = REGISTRY.getSchema(whole);
        assertThat(
                        checked.validate(
                                answer.json(),
                                run -> run.executionConfig(c -> c.formatAssertionsEnabled(true))))
                .as(call + " " + answer.text())
                .isEmpty();
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
