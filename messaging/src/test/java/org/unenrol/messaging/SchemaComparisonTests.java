package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaComparisonTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            textBlock =
                    """
                    SENT     | {"properties": {"a": {}}, "required": ["a"]} | {"properties": {"a": {}}}           | : required differs: a
                    SENT     | {"properties": {"a": {}}}                    | {"properties": {}}                  | /a: is gone
                    SENT     | {"properties": {"a": {"type": "integer"}}}   | {"properties": {"a": {"type": "string"}}} | /a: type differs
                    SENT     | {"type": "string"}                           | {"type": ["string", "null"]}        | : type differs
                    SENT     | {"type": "string"}                           | {}                                  | : type differs
                    SENT     | {"enum": ["A", "B"]}                         | {"enum": ["A"]}                     | : B is gone
                    SENT     | {"enum": ["A", "B"]}                         | {}                                  | : enum differs
                    SENT     | {"const": "A"}                               | {"const": "B"}                      | : A is gone
                    SENT     | {"minimum": 0}                               | {"minimum": -1}                     | : minimum differs
                    SENT     | {"maxItems": 100}                            | {"maxItems": 200}                   | : maxItems differs
                    SENT     | {"format": "uuid"}                           | {}                                  | : format differs
                    SENT     | {"items": {"properties": {"a": {}}}}         | {"items": {"properties": {"b": {}}}} | /*/a: is gone
                    SENT     | {"oneOf": [{"properties": {"kind": {"const": "A"}}}, {"properties": {"kind": {"const": "B"}}}]} | {"oneOf": [{"properties": {"kind": {"const": "A"}}}]} | : B is gone
                    SENT     | {"oneOf": [{"properties": {"kind": {"const": "A"}, "n": {}}}]} | {"oneOf": [{"properties": {"kind": {"const": "A"}}}]} | (A)/n: is gone
                    RECEIVED | {"properties": {"a": {}}}                    | {"properties": {"a": {}}, "required": ["a"]} | : required differs: a
                    RECEIVED | {"properties": {"a": {}}}                    | {"properties": {"a": {}, "b": {}}, "required": ["b"]} | : required differs: b
                    RECEIVED | {"properties": {"a": {}}}                    | {"properties": {}}                  | /a: is gone
                    RECEIVED | {"type": ["string", "boolean"]}              | {"type": "string"}                  | : type differs
                    RECEIVED | {}                                           | {"type": "string"}                  | : type differs
                    RECEIVED | {"enum": ["A", "B"]}                         | {"enum": ["A"]}                     | : B is gone
                    RECEIVED | {"type": "string"}                           | {"type": "string", "enum": ["A"]}   | : enum differs
                    RECEIVED | {"maxLength": 200}                           | {"maxLength": 100}                  | : maxLength differs
                    RECEIVED | {}                                           | {"minItems": 1}                     | : minItems differs
                    RECEIVED | {"pattern": "a"}                             | {"pattern": "b"}                    | : pattern differs
                    RECEIVED | {}                                           | {"additionalProperties": false}     | : additionalProperties differs
                    """)
    void tellsWhatBreaks(Direction direction, String before, String after, String expected) {
        assertThat(breaks(direction, before, after)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            textBlock =
                    """
                    SENT     | {"properties": {"a": {}}}            | {"properties": {"a": {}, "b": {}}, "required": ["b"]}
                    SENT     | {"type": ["string", "null"]}         | {"type": "string"}
                    SENT     | {"enum": ["A"]}                      | {"enum": ["A", "B"]}
                    SENT     | {"minimum": 0}                       | {"minimum": 1}
                    SENT     | {"oneOf": [{"properties": {"kind": {"const": "A"}}}]} | {"oneOf": [{"properties": {"kind": {"const": "B"}}}, {"properties": {"kind": {"const": "A"}}}]}
                    RECEIVED | {"properties": {"a": {}}, "required": ["a"]} | {"properties": {"a": {}, "b": {}}}
                    RECEIVED | {"type": "string"}                   | {"type": ["string", "boolean"]}
                    RECEIVED | {"enum": ["A"]}                      | {"enum": ["A", "B"]}
                    RECEIVED | {"enum": ["A"]}                      | {}
                    RECEIVED | {"maxLength": 200, "minItems": 1}    | {"maxLength": 300}
                    RECEIVED | {"pattern": "a"}                     | {}
                    RECEIVED | {"description": "x"}                 | {"description": "y"}
                    """)
    void putsUpWithWhatDoesNot(Direction direction, String before, String after) {
        assertThat(breaks(direction, before, after)).isEmpty();
    }

    private static List<String> breaks(Direction direction, String before, String after) {
        return SchemaComparison.breaks(read(before), read(after), direction);
    }

    private static JsonNode read(String schema) {
        return JSON.readTree(schema);
    }
}
