package org.unenrol.ledger.upstream;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A row as an upstream system has written it: a JSON object. */
public record RequestRow(JsonNode json) {

    public static final String USERNAME = "username";
    public static final String REFERENCE = "activityReference";
    public static final String SEND_EMAIL = "sendEmail";

    /** The members that are columns of every file. */
    public static final Set<String> OWN = Set.of(USERNAME, REFERENCE, SEND_EMAIL);

    /** Reads JSON as it was written: numbers keep their digits, and no name may come twice. */
    public static final JsonMapper EXACT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final ObjectReader ROWS = EXACT.readerFor(JsonNode.class);

    static Iterator<RequestRow> read(byte[] array) {
        JsonNode rows = ROWS.readValue(array);
        Iterator<JsonNode> each = rows.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public RequestRow next() {
                return new RequestRow(each.next());
            }
        };
    }

    public @Nullable String username() {
        return text(USERNAME);
    }

    public @Nullable String activityReference() {
        return text(REFERENCE);
    }

    /**
     * The cell of a member: texts as they are, {@code true} and {@code false} as a file has them.
     */
    public String cell(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        if (name.equals(SEND_EMAIL) && value.isBoolean()) {
            return value.booleanValue() ? "Yes" : "No";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** The members beside those that every row has. */
    public Map<String, Object> others() {
        Map<String, Object> others = new LinkedHashMap<>();
        json.properties()
                .forEach(
                        member -> {
                            if (!OWN.contains(member.getKey())) {
                                others.put(member.getKey(), member.getValue());
                            }
                        });
        return others;
    }

    private @Nullable String text(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
