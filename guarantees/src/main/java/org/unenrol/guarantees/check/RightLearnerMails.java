package org.unenrol.guarantees.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.CsvFrames.Frame;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/** A learner is mailed exactly for a right row that says Yes, in a real run. */
final class RightLearnerMails implements Invariant {

    @Override
    public String name() {
        return "I10 learner mail";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.imports().stream()
                .filter(one -> one.ledger() != null && TimelyEnd.hasEnded(one.ledger()))
                .flatMap(RightLearnerMails::violations);
    }

    private static Stream<String> violations(ImportEvidence one) {
        Map<Integer, String> due = due(one);
        Map<Integer, String> mailed = new HashMap<>();
        one.mails().stream()
                .filter(mail -> mail.row() > 0)
                .forEach(mail -> mailed.put(mail.row(), mail.recipient()));
        TreeSet<Integer> rows = new TreeSet<>(due.keySet());
        rows.addAll(mailed.keySet());
        return rows.stream()
                .filter(row -> !Objects.equals(due.get(row), mailed.get(row)))
                .map(
                        row ->
                                "%s row %d: a mail is due to %s, and %s was mailed"
                                        .formatted(
                                                one.id(),
                                                row,
                                                due.containsKey(row) ? "its learner" : "nobody",
                                                mailed.containsKey(row) ? "somebody" : "nobody"));
    }

    private static Map<Integer, String> due(ImportEvidence one) {
        Map<Integer, String> due = new HashMap<>();
        if (one.submitted().mode() == Mode.VERIFY_ONLY) {
            return due;
        }
        char delimiter = one.submitted().delimiter();
        List<Frame> frames =
                CsvFrames.of(CsvFrames.withoutMark(one.submitted().upload()), delimiter);
        List<String> header = CsvFrames.cells(frames.get(0), delimiter);
        int username = header.indexOf("Username");
        int choice = header.indexOf("Send unenrolment email");
        for (Outcome outcome : one.outcomes()) {
            if (outcome.saysUnenrolled() || outcome.code().equals("NOT_ENROLLED")) {
                List<String> cells = CsvFrames.cells(frames.get(outcome.row()), delimiter);
                if (cells.get(choice).equals("Yes")) {
                    due.put(outcome.row(), cells.get(username) + "@example.org");
                }
            }
        }
        return due;
    }
}
