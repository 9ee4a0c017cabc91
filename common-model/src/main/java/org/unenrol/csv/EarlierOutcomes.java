package org.unenrol.csv;

/**
 * Tells the administrator's cells from the outcome that an earlier run has added. The outcome is
 * the last cell: of a row that has exactly the header's cells whatever it says, of any other row
 * only if it begins like an outcome.
 */
final class EarlierOutcomes {

    private final Layout layout;
    private final CellSplitter splitter;

    EarlierOutcomes(Layout layout, CellSplitter splitter) {
        this.layout = layout;
        this.splitter = splitter;
    }

    /** How many of the row's cells are the administrator's. */
    int dataCells(RawRecord row) {
        if (!layout.outcomeColumn() || row.cells > RawRecord.MOST_CELLS) {
            return row.cells;
        }
        return switch (row.shape) {
            case BLANK, TOO_LONG -> row.cells;
            case STRAY_QUOTE -> dataCellsOfLine(row);
            case PLAIN, QUOTED -> dataCellsOfRecord(row);
        };
    }

    private int dataCellsOfRecord(RawRecord row) {
        int last = row.cells - 1;
        boolean hasOutcome =
                row.cells == layout.cells() || (row.cells > layout.cells() && isOutcome(row, last));
        return hasOutcome ? last : row.cells;
    }

    /** Where quotes do not hold, the outcome's own text may look like several cells. */
    private int dataCellsOfLine(RawRecord row) {
        int cell = row.cells - 1;
        while (cell > 0 && !isOutcome(row, cell)) {
            cell--;
        }
        return cell > 0 ? cell : row.cells;
    }

    private boolean isOutcome(RawRecord row, int cell) {
        return OutcomeText.begins(splitter.text(row, row.cellStarts[cell], row.end));
    }
}
