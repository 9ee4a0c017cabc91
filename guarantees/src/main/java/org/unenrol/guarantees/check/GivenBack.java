package org.unenrol.guarantees.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Change.Kind;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Mode;

/**
 * A place is given only by a row of a take-back, only where the import that it takes back was the
 * last to end that place, and only while it is ended; and where nothing came between, everybody
 * whom that import unenrolled has the place again.
 */
final class GivenBack implements Invariant {

    @Override
    public String name() {
        return "I11 taking back";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, ImportEvidence> takeBacks =
                evidence.imports().stream()
                        .filter(one -> one.submitted().mode() == Mode.TAKE_BACK)
                        .collect(Collectors.toMap(ImportEvidence::id, one -> one));
        Stream.Builder<String> found = Stream.builder();
        Map<String, Change> latest = new HashMap<>();
        Set<Mark> given = new HashSet<>();
        for (Change change : evidence.changes()) {
            String place = change.place();
            if (change.kind() == Kind.BEGAN) {
                String wrong = wrong(change, place == null ? null : latest.get(place), takeBacks);
                if (wrong != null) {
                    found.add(wrong);
                }
            }
            if (place != null) {
                Change before = latest.put(place, change);
                if (change.kind() == Kind.BEGAN && before != null && before.mark() != null) {
                    given.add(before.mark());
                }
            }
        }
        return Stream.concat(found.build(), missing(evidence, takeBacks, given));
    }

    private static @Nullable String wrong(
            Change begun, @Nullable Change before, Map<String, ImportEvidence> takeBacks) {
        Mark mark = begun.mark();
        ImportEvidence takeBack = mark == null ? null : takeBacks.get(mark.importId());
        if (mark == null || takeBack == null) {
            return "period " + begun.id() + " was begun, and no row of a take-back answers for it";
        } else if (before == null || before.kind() != Kind.ENDED) {
            return mark + " has given a place that nobody had ended";
        }
        Mark ended = before.mark();
        return ended != null && ended.importId().equals(takeBack.submitted().verified())
                ? null
                : mark + " has taken back what another one had ended: " + ended;
    }

    private static Stream<String> missing(
            Evidence evidence, Map<String, ImportEvidence> takeBacks, Set<Mark> given) {
        Set<String> origins =
                takeBacks.values().stream()
                        .filter(one -> one.submitted().undisturbed())
                        .filter(one -> one.ledger() != null && TimelyEnd.hasEnded(one.ledger()))
                        .map(one -> String.valueOf(one.submitted().verified()))
                        .collect(Collectors.toSet());
        return evidence.changes().stream()
                .filter(change -> change.kind() == Kind.ENDED && change.mark() != null)
                .map(Change::mark)
                .filter(mark -> origins.contains(mark.importId()) && !given.contains(mark))
                .map(mark -> mark + " was taken back, and its learner has no place again");
    }
}
