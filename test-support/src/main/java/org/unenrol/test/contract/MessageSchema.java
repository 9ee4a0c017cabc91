package org.unenrol.test.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema without references, and the same one that allows no member that it does not have. */
public final class MessageSchema {

    private final String name;
    private final JsonNode json;
    private final Schema open;
    private final Schema closed;

    MessageSchema(String name, JsonNode json) {
        this.name = name;
        this.json = withoutId(json);
        this.open = read(this.json);
        JsonNode copy = this.json.deepCopy();
        close(copy);
        this.closed = read(copy);
    }

    private static JsonNode withoutId(JsonNode json) {
        JsonNode copy = json.deepCopy();
        ((ObjectNode) copy).remove("$id");
        return copy;
    }

    private static Schema read(JsonNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    /** A reader has to put up with further members; a test wants to be told of them. */
    private static void close(JsonNode schema) {
        schema.forEach(MessageSchema::close);
        if (schema.isObject() && schema.path("properties").isObject()) {
            ((ObjectNode) schema).putIfAbsent("additionalProperties", BooleanNode.FALSE);
        }
    }

    /** The name of its file; empty where it has none. */
    public String name() {
        return name;
    }

    public JsonNode json() {
        return json;
    }

    public List<JsonNode> examples() {
        return json.path("examples").valueStream().toList();
    }

    /** The faults that any reader would find. */
    public List<String> faults(JsonNode message) {
        return faults(open, message);
    }

    /** The faults of a message that is to have no further members. */
    public List<String> faultsOfExact(JsonNode message) {
        return faults(closed, message);
    }

    private static List<String> faults(Schema schema, JsonNode message) {
        return schema
                .validate(message, run -> run.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
