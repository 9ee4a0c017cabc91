package org.unenrol.guarantees.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.CsvFrames.Frame;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * The results without their last column are the upload, and that column is what the ledger says.
 */
final class FaithfulResults implements Invariant {

    @Override
    public String name() {
        return "I5 results";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.imports().stream()
                .filter(one -> one.ledger() != null && TimelyEnd.hasEnded(one.ledger()))
                .flatMap(FaithfulResults::violations);
    }

    private static Stream<String> violations(ImportEvidence one) {
        byte[] served = one.results();
        if (served == null) {
            return Stream.of(one.id() + " has ended, and its results cannot be read");
        }
        char delimiter = one.submitted().delimiter();
        List<Frame> upload = CsvFrames.of(one.submitted().upload(), delimiter);
        List<Frame> results = CsvFrames.of(served, delimiter);
        if (upload.size() != results.size() || upload.size() != one.outcomes().size() + 1) {
            return Stream.of(
                    "%s has %d records, and its results %d"
                            .formatted(one.id(), upload.size(), results.size()));
        }
        return IntStream.range(0, upload.size())
                .filter(i -> !isFaithful(upload.get(i), results.get(i), cell(one, i), delimiter))
                .mapToObj(i -> "%s differs in its results at record %d".formatted(one.id(), i));
    }

    private static String cell(ImportEvidence one, int record) {
        if (record == 0) {
            return "Outcome";
        }
        Outcome outcome = one.outcomes().get(record - 1);
        return outcome.code() + ": " + outcome.message();
    }

    private static boolean isFaithful(Frame upload, Frame results, String cell, char delimiter) {
        boolean quoted = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
        String written = quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
        return results.equals(new Frame(upload.text() + delimiter + written, upload.end()));
    }
}
