package org.unenrol.csv;

/**
 * Tells the administrator's cells from the outcome that an earlier run has added. The outcome is in
 * the header's column for it, in a row that has exactly the header's cells, whatever it says; in
 * any other row it is a cell that begins like an outcome.
 */
final class EarlierOutcomes {

    private final Layout layout;
    private final CellSplitter splitter;

    EarlierOutcomes(Layout layout, CellSplitter splitter) {
        this.layout = layout;
        this.splitter = splitter;
    }

    /** The number of the administrator's own cells before an outcome. */
    int dataCells(RawRecord row) {
        int outcome = cellOf(row);
        return outcome == Layout.NONE ? row.cells : outcome;
    }

    /** The cell of a row that has an outcome; {@link Layout#NONE} where it has none. */
    int cellOf(RawRecord row) {
        if (!layout.hasOutcome() || row.cells > RawRecord.MOST_CELLS) {
            return Layout.NONE;
        }
        return switch (row.shape) {
            case BLANK, TOO_LONG -> Layout.NONE;
            case STRAY_QUOTE, LINE_IN_QUOTES -> cellOfLine(row);
            case PLAIN, QUOTED -> cellOfRecord(row);
        };
    }

    private int cellOfRecord(RawRecord row) {
        if (row.cells == layout.cells()) {
            return layout.outcome();
        } else if (isOutcome(row, row.cells - 1)) {
            return row.cells - 1;
        }
        return row.cells > layout.outcome() && isOutcome(row, layout.outcome())
                ? layout.outcome()
                : Layout.NONE;
    }

    /** Without quotes that hold, the outcome's own text may look like several cells. */
    private int cellOfLine(RawRecord row) {
        int cell = row.cells - 1;
        while (cell > 0 && !isOutcome(row, cell)) {
            cell--;
        }
        return cell > 0 ? cell : Layout.NONE;
    }

    /** Tells a cell that begins like an outcome; the first one never is. */
    private boolean isOutcome(RawRecord row, int cell) {
        int from = row.cellStarts[cell];
        int to = Math.min(row.end, from + 2 * OutcomeText.MOST_CHARACTERS_TO_SEE);
        return cell > 0 && OutcomeText.begins(splitter.text(row, from, to));
    }
}
