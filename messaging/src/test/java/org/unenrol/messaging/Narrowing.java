package org.unenrol.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The ways in which one schema allows less than another, not looking into members. */
final class Narrowing {

    private static final List<String> LEAST = List.of("minLength", "minimum", "minItems");
    private static final List<String> MOST = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> FORMS = List.of("pattern", "format");

    private Narrowing() {}

    /** Finds what the narrower schema forbids and the wider one does not. */
    static List<String> between(JsonNode wider, JsonNode narrower) {
        List<String> found = new ArrayList<>();
        Set<JsonNode> required = elements(narrower.path("required"));
        required.removeAll(elements(wider.path("required")));
        required.forEach(name -> found.add("required differs: " + name.asString()));
        if (narrower.has("type") && !types(narrower).containsAll(typesOrAny(wider))) {
            found.add("type differs");
        }
        if (!values(narrower).isEmpty() && values(wider).isEmpty()) {
            found.add("enum differs");
        }
        if (isClosed(narrower) && !isClosed(wider)) {
            found.add("additionalProperties differs");
        }
        LEAST.stream()
                .filter(bound -> bound(narrower, bound, false) > bound(wider, bound, false))
                .forEach(bound -> found.add(bound + " differs"));
        MOST.stream()
                .filter(bound -> bound(narrower, bound, true) < bound(wider, bound, true))
                .forEach(bound -> found.add(bound + " differs"));
        FORMS.stream()
                .filter(form -> narrower.has(form) && !narrower.path(form).equals(wider.path(form)))
                .forEach(form -> found.add(form + " differs"));
        return found;
    }

    /** Finds the values that are allowed no more. */
    static List<String> goneValues(JsonNode before, JsonNode after) {
        Set<JsonNode> gone = values(before);
        if (!values(after).isEmpty()) {
            gone.removeAll(values(after));
        } else {
            gone.clear();
        }
        return gone.stream().map(JsonNode::asString).toList();
    }

    private static Set<JsonNode> values(JsonNode schema) {
        Set<JsonNode> values = elements(schema.path("enum"));
        if (schema.has("const")) {
            values.add(schema.path("const"));
        }
        return values;
    }

    private static Set<JsonNode> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isString() ? Set.of(type) : elements(type);
    }

    /** A missing type is in no other schema's. */
    private static Set<JsonNode> typesOrAny(JsonNode schema) {
        return schema.has("type") ? types(schema) : Set.of(schema);
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue();
    }

    private static double bound(JsonNode schema, String name, boolean upper) {
        double none = upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return schema.has(name) ? schema.path(name).doubleValue() : none;
    }

    private static Set<JsonNode> elements(JsonNode array) {
        return new HashSet<>(array.valueStream().toList());
    }
}
