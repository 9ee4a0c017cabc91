package org.unenrol.model;

import java.util.UUID;

/**
 * Names one row of one import, everywhere and for ever.
 *
 * @param row 1 for the first row after the header
 */
public record RowId(UUID importId, int row) {

    /** As it stands in a message's {@code ce_subject}. */
    public String subject() {
        return importId + "/" + row;
    }

    /**
     * Reads what {@link #subject()} writes.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static RowId parse(String subject) {
        int slash = subject.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "not an import and a row: " + subject.length() + " characters");
        }
        return new RowId(
                UUID.fromString(subject.substring(0, slash)),
                Integer.parseInt(subject.substring(slash + 1)));
    }
}
