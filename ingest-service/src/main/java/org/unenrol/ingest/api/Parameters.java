package org.unenrol.ingest.api;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.unenrol.ingest.problem.ProblemType;

/** Parameters of a call: their limits, and sentences that say what they may be. */
final class Parameters {

    private Parameters() {}

    /** What a parameter may be that is something else. */
    static String allowed(MethodArgumentTypeMismatchException e) {
        return allowed(e.getName(), e.getRequiredType());
    }

    private static String allowed(String name, @Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(
                            Collectors.joining(
                                    ", ", "The parameter " + name + " must be one of ", "."));
        }
        return type == UUID.class
                ? "The " + name + " in the address must be a UUID: take it from the import's links."
                : "The parameter " + name + " must be a whole number that is not too large.";
    }

    /** The value, where it lies between the two, both included. */
    static int within(int least, int most, String name, int value) {
        if (value < least || value > most) {
            throw ProblemType.PARAMETER_INVALID.exception(
                    "The parameter %s must be a whole number from %d to %d."
                            .formatted(name, least, most));
        }
        return value;
    }

    /** True for the word, false where nothing is said. */
    static boolean says(String word, String name, String value) {
        if (!value.isEmpty() && !value.equals(word)) {
            throw ProblemType.PARAMETER_INVALID.exception(
                    "The parameter %s must be %s, or omitted.".formatted(name, word));
        }
        return value.equals(word);
    }
}
