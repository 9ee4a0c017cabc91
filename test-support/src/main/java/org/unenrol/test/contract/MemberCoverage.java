package org.unenrol.test.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The members that a schema has and none of some messages. */
public final class MemberCoverage {

    private final Set<String> missing = new TreeSet<>();

    private MemberCoverage() {}

    /** Finds paths such as {@code /details/*(HELD_BY)/method}. */
    public static Set<String> missing(MessageSchema schema, List<JsonNode> messages) {
        MemberCoverage coverage = new MemberCoverage();
        coverage.walk("", schema.json(), messages);
        return coverage.missing;
    }

    private void walk(String path, JsonNode schema, List<JsonNode> values) {
        if (values.isEmpty()) {
            missing.add(path);
            return;
        }
        schema.path("properties")
                .properties()
                .forEach(
                        member ->
                                walk(
                                        path + "/" + member.getKey(),
                                        member.getValue(),
                                        having(member.getKey(), values)));
        if (schema.has("items")) {
            walk(path + "/*", schema.path("items"), elements(values));
        }
        schema.path("oneOf").forEach(branch -> walkBranch(path, branch, values));
    }

    private void walkBranch(String path, JsonNode branch, List<JsonNode> values) {
        String kind = branch.at("/properties/kind/const").stringValue();
        walk(
                path + "(" + kind + ")",
                branch,
                values.stream().filter(v -> v.path("kind").asString().equals(kind)).toList());
    }

    private static List<JsonNode> having(String member, List<JsonNode> values) {
        return values.stream().filter(v -> v.has(member)).map(v -> v.get(member)).toList();
    }

    private static List<JsonNode> elements(List<JsonNode> arrays) {
        return arrays.stream().flatMap(JsonNode::valueStream).toList();
    }
}
