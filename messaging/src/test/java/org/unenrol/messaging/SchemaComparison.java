package org.unenrol.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The changes from one version of a schema to the next that somebody who knows only the older one
 * cannot live with. Further optional members and further values of an enumeration are none.
 */
final class SchemaComparison {

    private final Direction direction;
    private final List<String> breaks = new ArrayList<>();

    private SchemaComparison(Direction direction) {
        this.direction = direction;
    }

    /** Compares schemas without references. Each break is told with its place. */
    static List<String> breaks(JsonNode before, JsonNode after, Direction direction) {
        SchemaComparison comparison = new SchemaComparison(direction);
        comparison.compare("", before, after);
        return comparison.breaks;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        compareMembers(path, before, after);
        compareAlternatives(path, before, after);
        for (String sub : List.of("items", "additionalProperties", "propertyNames")) {
            if (before.path(sub).isObject() && after.path(sub).isObject()) {
                compare(path + "/*", before.path(sub), after.path(sub));
            }
        }
        Narrowing.goneValues(before, after).forEach(value -> add(path, value + " is gone"));
        List<String> narrower =
                direction == Direction.RECEIVED
                        ? Narrowing.between(before, after)
                        : Narrowing.between(after, before);
        narrower.forEach(what -> add(path, what));
    }

    private void compareMembers(String path, JsonNode before, JsonNode after) {
        before.path("properties")
                .properties()
                .forEach(
                        member -> {
                            String name = member.getKey();
                            JsonNode now = after.path("properties").path(name);
                            if (now.isMissingNode()) {
                                add(path + "/" + name, "is gone");
                            } else {
                                compare(path + "/" + name, member.getValue(), now);
                            }
                        });
    }

    private void compareAlternatives(String path, JsonNode before, JsonNode after) {
        Map<String, JsonNode> now = new HashMap<>();
        after.path("oneOf").forEach(one -> now.put(kind(one), one));
        for (JsonNode one : before.path("oneOf")) {
            JsonNode same = now.get(kind(one));
            if (same == null) {
                add(path, kind(one) + " is gone");
            } else {
                compare(path + "(" + kind(one) + ")", one, same);
            }
        }
    }

    private static String kind(JsonNode alternative) {
        return alternative.at("/properties/kind/const").asString();
    }

    private void add(String path, String what) {
        breaks.add(path + ": " + what);
    }
}
