package org.unenrol.ingest.upstream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.upstream.RequestFault;
import org.unenrol.model.upstream.RequestFault.Kind;
import tools.jackson.databind.JsonNode;

/** The members of an object, read with a note of each that is not as it should be. */
final class Members {

    private final JsonNode object;
    private final @Nullable Integer part;
    private final @Nullable Integer index;
    private final List<RequestFault> faults;

    private Members(
            JsonNode object,
            @Nullable Integer part,
            @Nullable Integer index,
            List<RequestFault> faults) {
        this.object = object;
        this.part = part;
        this.index = index;
        this.faults = faults;
    }

    /** Those of the event's data. */
    static Members of(JsonNode data) {
        return new Members(data, null, null, new ArrayList<>());
    }

    /** Those of a row; its faults are noted with the others. */
    Members ofRow(JsonNode row, @Nullable Integer ofPart, int rowIndex) {
        return new Members(row, ofPart, rowIndex, faults);
    }

    List<RequestFault> faults() {
        return faults;
    }

    JsonNode object() {
        return object;
    }

    void note(String member, Kind kind) {
        faults.add(new RequestFault(part, index, member, kind));
    }

    /** A text that can be written to a file; empty, and noted, where there is none. */
    String text(String name) {
        JsonNode value = present(name);
        if (value != null && !value.isString()) {
            note(name, Kind.WRONG_TYPE);
        } else if (value != null && hasUnfit(value.stringValue())) {
            note(name, Kind.UNFIT_CHARACTER);
        } else if (value != null) {
            return value.stringValue();
        }
        return "";
    }

    /** A whole number of one or more; 1, and noted, where there is none. */
    int number(String name) {
        JsonNode value = present(name);
        if (value != null && !value.isInt()) {
            note(name, Kind.WRONG_TYPE);
        } else if (value != null && value.intValue() < 1) {
            note(name, Kind.WRONG_VALUE);
        } else if (value != null) {
            return value.intValue();
        }
        return 1;
    }

    /** True or false; what is usual where nothing is said, also where that is noted. */
    boolean isTrue(String name, boolean usual) {
        JsonNode value = object.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.isBoolean()) {
            note(name, Kind.WRONG_TYPE);
            return usual;
        }
        return value.booleanValue();
    }

    /** Notes a member that is neither a fit text nor true or false. */
    void checkTextOrBoolean(String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isBoolean()) {
            text(name);
        }
    }

    @Nullable JsonNode present(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            note(name, Kind.MISSING);
            return null;
        }
        return value;
    }

    static boolean hasUnfit(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
