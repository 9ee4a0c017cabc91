package org.unenrol.guarantees.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.Evidence.Change.Kind;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * An outcome says that the learner was unenrolled, or enrolled again, exactly where the history has
 * the row's mark; and where nothing came between, each row has the outcome that its author knew
 * beforehand.
 */
final class AgreeingOutcomes implements Invariant {

    @Override
    public String name() {
        return "I3 agree";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<Mark> marks =
                evidence.changes().stream()
                        .filter(
                                change ->
                                        change.kind() == Kind.ENDED || change.kind() == Kind.BEGAN)
                        .map(Evidence.Change::mark)
                        .collect(Collectors.toSet());
        return evidence.imports().stream()
                .flatMap(one -> Stream.concat(disagreeing(one, marks), unexpected(one)));
    }

    private static Stream<String> disagreeing(ImportEvidence one, Set<Mark> marks) {
        return one.outcomes().stream()
                .filter(
                        outcome ->
                                outcome.saysDone()
                                        != marks.contains(new Mark(one.id(), outcome.row())))
                .map(
                        outcome ->
                                "%s row %d says %s, and the history the opposite"
                                        .formatted(one.id(), outcome.row(), outcome.code()));
    }

    private static Stream<String> unexpected(ImportEvidence one) {
        List<String> expected = one.submitted().expected();
        List<Outcome> outcomes = one.outcomes();
        if (!one.submitted().undisturbed()) {
            return Stream.empty();
        }
        return IntStream.range(0, Math.min(expected.size(), outcomes.size()))
                .filter(i -> !outcomes.get(i).code().equals(expected.get(i)))
                .mapToObj(
                        i ->
                                "%s row %d says %s and should say %s"
                                        .formatted(
                                                one.id(),
                                                outcomes.get(i).row(),
                                                outcomes.get(i).code(),
                                                expected.get(i)));
    }
}
