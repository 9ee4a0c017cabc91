package org.unenrol.csv;

import java.io.IOException;
import org.unenrol.csv.RawRecord.Shape;

/**
 * The first rows after a header, looked at before they are read: how their cells look, and whether
 * a column that is called Outcome is one of ours.
 */
final class RowsAhead {

    private static final int MOST_ROWS = 100;

    private final Layout layout;
    private final CellSplitter splitter;
    private final EarlierOutcomes outcomes;
    private final RowShapes shapes = new RowShapes();

    private int ours;
    private int others;

    private RowsAhead(Layout layout, CellSplitter splitter) {
        this.layout = layout;
        this.splitter = splitter;
        this.outcomes = new EarlierOutcomes(layout, splitter);
    }

    /** Looks at the rows after the record that the framer has found last, and leaves it there. */
    static RowsAhead of(RecordFramer framer, Layout layout, CellSplitter splitter)
            throws IOException {
        RowsAhead rows = new RowsAhead(layout, splitter);
        RecordFramer ahead = framer.ahead();
        ahead.use(layout);
        for (int i = 0; i < MOST_ROWS && ahead.next(); i++) {
            RawRecord record = ahead.record();
            if (record.shape != Shape.BLANK && record.shape != Shape.TOO_LONG) {
                rows.look(record);
            }
        }
        return rows;
    }

    RowShapes shapes() {
        return shapes;
    }

    /** Tells an outcome column whose cells begin as ours do, or are all empty. */
    boolean haveOurOutcomes() {
        return ours > 0 || others == 0;
    }

    private void look(RawRecord record) {
        if (record.shape == Shape.PLAIN || record.shape == Shape.QUOTED) {
            String username = splitter.cell(record, layout.cellOf(Column.USERNAME));
            String reference = splitter.cell(record, layout.cellOf(Column.ACTIVITY_REFERENCE));
            shapes.add(username, reference);
        }
        int outcome = outcomes.cellOf(record);
        if (outcome != Layout.NONE) {
            String cell = splitter.cell(record, outcome);
            ours += OutcomeText.begins(cell) ? 1 : 0;
            others += cell.isEmpty() || OutcomeText.begins(cell) ? 0 : 1;
        }
    }
}
