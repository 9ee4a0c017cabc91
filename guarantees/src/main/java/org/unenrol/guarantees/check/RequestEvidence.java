package org.unenrol.guarantees.check;

import java.time.Instant;
import java.util.List;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * The evidence of one request of an upstream system.
 *
 * @param imports the ids of those that the ledger has of it
 * @param outcomes of the rows of the first of them
 * @param replies in the order in which they stand on the topic
 */
record RequestEvidence(
        String source,
        String requestId,
        Asked asked,
        List<String> imports,
        List<Outcome> outcomes,
        List<Reply> replies) {

    /**
     * The request, as its author knows it.
     *
     * @param refused tells whether it is to be refused
     * @param rows username, reference, choice and note of each
     */
    record Asked(Mode mode, boolean refused, List<List<String>> rows) {}

    /**
     * A record on the topic of replies.
     *
     * @param id the event's id
     * @param body its data
     */
    record Reply(String id, String type, String body, Instant at) {}
}
