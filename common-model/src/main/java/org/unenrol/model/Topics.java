package org.unenrol.model;

import java.util.Set;

/** The names of the topics. They are public API. */
public final class Topics {

    /** {@link UnenrolRow} commands, keyed by username key. */
    public static final String ROWS = "unenrolment.rows";

    /** {@link RowOutcome} events, keyed by import id. */
    public static final String OUTCOMES = "unenrolment.outcomes";

    /** {@link ImportEvent}s, keyed by import id. */
    public static final String IMPORT_EVENTS = "unenrolment.import-events";

    private static final Set<String> INTERNAL = Set.of(ROWS, OUTCOMES);

    private static final String REQUESTS = "unenrolment.requests.";
    private static final String REPLIES = "unenrolment.replies.";
    private static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {}

    /**
     * Tells whether the services act on what a topic has as on their own word. Nobody else may
     * write there, and its records are signed.
     */
    public static boolean isInternal(String topic) {
        return INTERNAL.contains(topic);
    }

    /** The topic of an upstream system's requests, keyed by request id. */
    public static String requestsOf(String source) {
        return REQUESTS + source;
    }

    /** The topic of the answers to an upstream system, keyed by request id. */
    public static String repliesTo(String source) {
        return REPLIES + source;
    }

    /**
     * The upstream system whose requests a topic has.
     *
     * @throws IllegalArgumentException when it is another kind of topic
     */
    public static String sourceOf(String topic) {
        if (!topic.startsWith(REQUESTS)) {
            throw new IllegalArgumentException("no topic of requests: " + topic);
        }
        return topic.substring(REQUESTS.length());
    }

    /** The topic for copies of records that could not be processed. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    /** Tells whether the topic is one of those. */
    public static boolean isOfDeadLetters(String topic) {
        return topic.endsWith(DEAD_LETTER_SUFFIX);
    }
}
