package org.unenrol.guarantees.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.CsvFrames.Frame;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * The results without their last column are the upload, and that column is what the ledger says, in
 * words.
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
        Map<Outcome, String> cells = new HashMap<>();
        return IntStream.range(0, upload.size())
                .filter(
                        i ->
                                !isFaithful(
                                        upload.get(i),
                                        results.get(i),
                                        delimiter,
                                        cell -> isOutcomeOf(one, i, cell, cells)))
                .mapToObj(i -> "%s differs in its results at record %d".formatted(one.id(), i));
    }

    /** The code, and a sentence: the same one for all rows of which the ledger says the same. */
    private static boolean isOutcomeOf(
            ImportEvidence one, int record, String cell, Map<Outcome, String> cells) {
        if (record == 0) {
            return cell.equals("Outcome");
        }
        Outcome outcome = one.outcomes().get(record - 1);
        Outcome said = new Outcome(0, outcome.code(), outcome.details());
        return cell.matches(outcome.code() + ": \\S(?s:.*)[.?]")
                && cells.computeIfAbsent(said, same -> cell).equals(cell);
    }

    private static boolean isFaithful(
            Frame upload, Frame results, char delimiter, Predicate<String> outcome) {
        String before = upload.text() + delimiter;
        return results.end().equals(upload.end())
                && results.text().startsWith(before)
                && outcome.test(unquoted(results.text().substring(before.length()), delimiter));
    }

    /** The cell that is written so; one that is quoted without need is none. */
    private static String unquoted(String written, char delimiter) {
        if (!written.startsWith("\"") || !written.endsWith("\"") || written.length() < 2) {
            return written;
        }
        String cell = written.substring(1, written.length() - 1).replace("\"\"", "\"");
        return cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 ? cell : written;
    }
}
