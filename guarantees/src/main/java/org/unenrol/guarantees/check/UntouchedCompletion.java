package org.unenrol.guarantees.check;

import java.util.stream.Stream;
import org.unenrol.guarantees.check.Evidence.Change.Kind;

/**
 * The product changes nothing in the platform but the ends and beginnings of periods: no
 * completion, no attendance, no learner, no activity.
 */
final class UntouchedCompletion implements Invariant {

    @Override
    public String name() {
        return "I9 completion untouched";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.changes().stream()
                .filter(
                        change ->
                                change.kind() == Kind.OTHER || !change.table().equals("enrolment"))
                .map(change -> "the product has changed a row of " + change.table());
    }
}
