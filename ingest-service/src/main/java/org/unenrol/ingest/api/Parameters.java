package org.unenrol.ingest.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.unenrol.ingest.problem.CloserDetail;
import org.unenrol.ingest.problem.Problem;

/** Parameters of a call: their limits, and the problems of those that keep to none. */
final class Parameters {

    private Parameters() {}

    /** A parameter that is of another type. */
    static Problem problem(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        if (type != null && type.isEnum()) {
            return CloserDetail.PARAMETER_NOT_ONE_OF.problem(
                    e.getName(),
                    Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        if (type == Instant.class) {
            return CloserDetail.PARAMETER_NO_TIME.problem(e.getName());
        }
        return (type == UUID.class ? CloserDetail.NO_UUID : CloserDetail.PARAMETER_NO_NUMBER)
                .problem(e.getName());
    }

    /** The value, where it lies between the two, both included. */
    static int within(int least, int most, String name, int value) {
        if (value < least || value > most) {
            throw CloserDetail.PARAMETER_OUT_OF_RANGE.exception(name, least, most);
        }
        return value;
    }

    /** Of no more characters than so many. */
    static String noLonger(int most, String name, String value) {
        if (value.length() > most) {
            throw CloserDetail.PARAMETER_TOO_LONG.exception(name, most);
        }
        return value;
    }

    /** True or false, in any case; null where nothing is said. */
    static @Nullable Boolean trueOrFalse(String name, String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw CloserDetail.PARAMETER_NOT_ONE_OF.exception(name, "true, false");
        }
        return Boolean.valueOf(value);
    }

    /** True for the word, false where nothing is said. */
    static boolean says(String word, String name, String value) {
        if (!value.isEmpty() && !value.equals(word)) {
            throw CloserDetail.PARAMETER_NOT_THE_WORD.exception(name, word);
        }
        return value.equals(word);
    }
}
