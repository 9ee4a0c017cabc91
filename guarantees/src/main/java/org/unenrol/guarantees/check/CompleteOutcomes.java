package org.unenrol.guarantees.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * An ended import has exactly one outcome for each row, the rows counted from the bytes by our own
 * framing; what was uploaded is what is kept; and nothing was set aside that we did not spoil.
 */
final class CompleteOutcomes implements Invariant {

    @Override
    public String name() {
        return "I1 complete";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Stream<String> setAside =
                evidence.deadLetters() > evidence.poison()
                        ? Stream.of(
                                "%d records were set aside, and only %d were spoilt"
                                        .formatted(evidence.deadLetters(), evidence.poison()))
                        : Stream.empty();
        return Stream.concat(
                evidence.imports().stream().flatMap(CompleteOutcomes::violations), setAside);
    }

    private static Stream<String> violations(ImportEvidence one) {
        ImportEvidence.Ledger ledger = one.ledger();
        if (ledger == null || !TimelyEnd.hasEnded(ledger)) {
            return Stream.empty();
        }
        ImportEvidence.Submitted submitted = one.submitted();
        int rows = CsvFrames.of(submitted.upload(), submitted.delimiter()).size() - 1;
        BitSet answered = new BitSet();
        one.outcomes().forEach(outcome -> answered.set(outcome.row()));
        Stream.Builder<String> found = Stream.builder();
        if (!Arrays.equals(submitted.upload(), ledger.stored())) {
            found.add(one.id() + " keeps other bytes than were uploaded");
        }
        if (one.outcomes().size() != rows
                || answered.cardinality() != rows
                || answered.nextClearBit(1) != rows + 1) {
            found.add(
                    "%s has %d rows and %d outcomes, the first gap at row %d"
                            .formatted(
                                    one.id(),
                                    rows,
                                    one.outcomes().size(),
                                    answered.nextClearBit(1)));
        }
        if (ledger.total() != rows || ledger.received() != rows) {
            found.add(
                    "%s has %d rows and counts %d of %d"
                            .formatted(one.id(), rows, ledger.received(), ledger.total()));
        }
        return found.build();
    }
}
