package org.unenrol.guarantees.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unenrol.guarantees.check.CsvFrames.Frame;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;

/**
 * Finds the rows that have ended enrolments on a platform that keeps no marks: of the rows that
 * name the learner and the activity, one that says so; where none does, any, which is then found to
 * say the opposite.
 */
final class Attribution {

    private final Map<List<String>, List<Mark>> claims = new HashMap<>();
    private final Map<List<String>, Mark> named = new HashMap<>();

    Attribution(List<ImportEvidence> imports) {
        imports.forEach(this::read);
    }

    private void read(ImportEvidence one) {
        char delimiter = one.submitted().delimiter();
        List<Frame> frames =
                CsvFrames.of(CsvFrames.withoutMark(one.submitted().upload()), delimiter);
        List<String> header = CsvFrames.cells(frames.get(0), delimiter);
        int username = header.indexOf("Username");
        int reference = header.indexOf("Activity external reference");
        for (Outcome outcome : one.outcomes()) {
            List<String> cells = CsvFrames.cells(frames.get(outcome.row()), delimiter);
            List<String> pair = List.of(cells.get(username), cells.get(reference));
            Mark mark = new Mark(one.id(), outcome.row());
            named.putIfAbsent(pair, mark);
            if (outcome.saysUnenrolled()) {
                claims.computeIfAbsent(pair, first -> new ArrayList<>()).add(mark);
            }
        }
    }

    /** Each claim is good for one ending. */
    List<Change> of(List<Change> changes) {
        return changes.stream().map(this::attributed).toList();
    }

    private Change attributed(Change change) {
        if (change.mark() != null || change.learner() == null || change.reference() == null) {
            return change;
        }
        List<String> pair = List.of(change.learner(), change.reference());
        List<Mark> open = claims.getOrDefault(pair, List.of());
        Mark mark = open.isEmpty() ? named.get(pair) : open.remove(0);
        return mark == null ? change : change.by(mark);
    }
}
