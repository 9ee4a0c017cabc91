package org.unenrol.guarantees.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Change.Kind;

/** At most one ending for each row of an import and for each period. */
final class SingleEnding implements Invariant {

    @Override
    public String name() {
        return "I2 once";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<Object> seen = new HashSet<>();
        Stream.Builder<String> found = Stream.builder();
        for (Change change : evidence.changes()) {
            if (change.kind() == Kind.CHANGED_AFTER_ITS_END) {
                found.add("period " + change.id() + " was changed after its end");
            }
            if (change.kind() == Kind.ENDED && !seen.add(change.id())) {
                found.add("period " + change.id() + " was ended again");
            }
            if (change.mark() != null && !seen.add(change.mark())) {
                found.add(change.mark() + " has ended another period");
            }
        }
        return found.build();
    }
}
