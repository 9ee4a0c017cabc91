package org.unenrol.guarantees.check;

import java.util.stream.Stream;

/**
 * Every request is answered: accepted and completed, each row answered once by its content and in
 * order, or refused with a reason; and it is one import at most. A reply may come again, as the
 * same.
 */
final class AnsweredRequests implements Invariant {

    @Override
    public String name() {
        return "I13 answered";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.requests().stream()
                .flatMap(one -> new RepliesToOne(one, evidence.healed()).violations());
    }
}
