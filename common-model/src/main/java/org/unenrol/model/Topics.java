package org.unenrol.model;

/** The names of the topics. They are public API. */
public final class Topics {

    /** {@link UnenrolRow} commands, keyed by username key. */
    public static final String ROWS = "unenrolment.rows";

    /** {@link RowOutcome} events, keyed by import id. */
    public static final String OUTCOMES = "unenrolment.outcomes";

    /** {@link ImportEvent}s, keyed by import id. */
    public static final String IMPORT_EVENTS = "unenrolment.import-events";

    private static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {}

    /** The topic for copies of records that could not be processed. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
