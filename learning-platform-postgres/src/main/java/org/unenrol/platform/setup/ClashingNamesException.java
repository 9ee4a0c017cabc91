package org.unenrol.platform.setup;

import java.util.List;

/**
 * Thrown when stored names cannot be told apart any more; its message is for the operator, and
 * names some of them.
 */
public final class ClashingNamesException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 10;

    private ClashingNamesException(String message) {
        super(message);
    }

    /**
     * Refuses clashes, if there are any.
     *
     * @param clashes groups of names that would be the same
     */
    static void refuse(StoredName name, List<String> clashes) {
        if (clashes.isEmpty()) {
            return;
        }
        int rest = clashes.size() - MOST_NAMED;
        String named = String.join("; ", clashes.stream().limit(MOST_NAMED).toList());
        throw new ClashingNamesException(
                "%s Nothing has been changed. The groups: %s%s."
                        .formatted(
                                name.sentence(), named, rest > 0 ? "; and " + rest + " more" : ""));
    }
}
