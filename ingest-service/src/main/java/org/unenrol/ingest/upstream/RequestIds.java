package org.unenrol.ingest.upstream;

import org.jspecify.annotations.Nullable;

/** The ids that upstream systems choose for their requests. */
final class RequestIds {

    private static final int LONGEST = 200;

    private RequestIds() {}

    /** Tells whether an id has 1 to 200 characters, all of which can be seen or are spaces. */
    static boolean isFit(@Nullable String id) {
        return id != null
                && !id.isBlank()
                && id.length() <= LONGEST
                && id.codePoints().noneMatch(RequestIds::isUnseen);
    }

    private static boolean isUnseen(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.FORMAT;
    }
}
