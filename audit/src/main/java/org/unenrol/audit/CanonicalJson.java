package org.unenrol.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that texts, whole numbers and objects of them have by the JSON
 * Canonicalization Scheme (RFC 8785): members in order of their names, nothing between them, and no
 * more escapes than must be.
 */
final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /** The text of an object. Its values are texts, whole numbers, or maps of such. */
    static String of(Map<String, ?> members) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(members)
                .forEach(
                        (name, value) -> {
                            if (json.length() > 1) {
                                json.append(',');
                            }
                            quote(name, json);
                            json.append(':');
                            append(value, json);
                        });
        return json.append('}').toString();
    }

    private static void append(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> members = new TreeMap<>();
            object.forEach((name, one) -> members.put((String) name, one));
            json.append(of(members));
        } else if (value instanceof Number number) {
            json.append(number.longValue());
        } else {
            quote((String) value, json);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            json.append(escaped(text.charAt(i)));
        }
        json.append('"');
    }

    private static String escaped(char one) {
        return switch (one) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                    one < FIRST_PRINTABLE ? "\\u00%02x".formatted((int) one) : String.valueOf(one);
        };
    }
}
