package org.unenrol.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowFault.Kind;

/** Turns a record into a row: takes our cells out of it and finds what is wrong with them. */
final class RowReader {

    /** The longest username and the longest reference, in characters. */
    static final int CELL_CHARACTERS = 255;

    private static final char REPLACEMENT = '\uFFFD';

    private final Layout layout;
    private final CellSplitter splitter;
    private final EarlierOutcomes outcomes;
    private final int headerRow;
    private final List<RowFault> faults = new ArrayList<>();

    /**
     * @param headerRow the number a spreadsheet shows beside the header
     */
    RowReader(Layout layout, CellSplitter splitter, int headerRow) {
        this.layout = layout;
        this.splitter = splitter;
        this.outcomes = new EarlierOutcomes(layout, splitter);
        this.headerRow = headerRow;
    }

    FileRow read(RawRecord raw, int row) {
        faults.clear();
        RowFault fault = faultOfWhole(raw);
        if (fault != null) {
            return new FileRow(
                    row, headerRow + row, raw.line, null, null, null, List.of(fault), null);
        }
        String username = text(raw, Column.USERNAME, Kind.USERNAME_MISSING, Kind.USERNAME_TOO_LONG);
        String reference =
                text(
                        raw,
                        Column.ACTIVITY_REFERENCE,
                        Kind.REFERENCE_MISSING,
                        Kind.REFERENCE_TOO_LONG);
        EmailChoice choice = emailChoice(raw);
        return new FileRow(
                row,
                headerRow + row,
                raw.line,
                username,
                reference,
                choice,
                List.copyOf(faults),
                faults.isEmpty() ? null : written(raw));
    }

    private RowContent written(RawRecord raw) {
        return RowContent.ofCells(
                written(raw, Column.USERNAME),
                written(raw, Column.ACTIVITY_REFERENCE),
                written(raw, Column.SEND_EMAIL));
    }

    private @Nullable String written(RawRecord raw, Column column) {
        int index = layout.cellOf(column);
        return index >= raw.cells ? null : splitter.cell(raw, index);
    }

    /** Faults that make it pointless to look at single cells. */
    private @Nullable RowFault faultOfWhole(RawRecord raw) {
        return switch (raw.shape) {
            case BLANK -> RowFault.of(Kind.ROW_EMPTY);
            case STRAY_QUOTE -> RowFault.of(Kind.STRAY_QUOTE);
            case LINE_IN_QUOTES -> RowFault.of(Kind.LINE_IN_QUOTES, raw.quotedSince);
            case TOO_LONG -> RowFault.of(Kind.ROW_TOO_LONG, RecordFramer.ROW_BYTES);
            case PLAIN, QUOTED ->
                    raw.isInDoubt
                            ? RowFault.of(Kind.AFTER_STRAY_QUOTE, raw.quotedSince)
                            : countCells(raw);
        };
    }

    private @Nullable RowFault countCells(RawRecord raw) {
        if (raw.cells > RawRecord.MOST_CELLS) {
            return RowFault.of(Kind.TOO_MANY_CELLS, raw.cells);
        }
        int cells = outcomes.dataCells(raw);
        if (!hasText(raw, 0, cells)) {
            return RowFault.of(Kind.ROW_EMPTY);
        }
        if (cells < layout.leastCells()) {
            faults.add(RowFault.of(Kind.TOO_FEW_CELLS, cells));
        } else if (hasText(raw, layout.dataCells(), cells)) {
            faults.add(RowFault.of(Kind.TOO_MANY_CELLS, cells));
        }
        if (raw.hasRowsInQuotes) {
            faults.add(RowFault.of(Kind.ROWS_IN_QUOTES));
        }
        return null;
    }

    private boolean hasText(RawRecord raw, int from, int to) {
        for (int cell = from; cell < to; cell++) {
            if (!splitter.cell(raw, cell).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String text(RawRecord raw, Column column, Kind missing, Kind tooLong) {
        String cell = readable(raw, column);
        if (cell == null) {
            return null;
        }
        if (cell.isEmpty()) {
            faults.add(RowFault.of(missing));
            return null;
        }
        if (isTooLong(cell)) {
            faults.add(RowFault.of(tooLong, CELL_CHARACTERS));
            return null;
        }
        return cell;
    }

    private @Nullable EmailChoice emailChoice(RawRecord raw) {
        String cell = readable(raw, Column.SEND_EMAIL);
        if (cell == null) {
            return null;
        }
        EmailChoice choice = EmailChoices.read(cell);
        if (choice == null) {
            faults.add(
                    RowFault.of(
                            cell.isEmpty()
                                    ? Kind.EMAIL_CHOICE_MISSING
                                    : Kind.EMAIL_CHOICE_UNREADABLE));
        }
        return choice;
    }

    /** A cell of ours; null where the row ends before it or it has characters that were lost. */
    private @Nullable String readable(RawRecord raw, Column column) {
        int index = layout.cellOf(column);
        if (index >= raw.cells) {
            return null;
        }
        String cell = splitter.cell(raw, index);
        if (cell.indexOf(REPLACEMENT) < 0) {
            return cell;
        }
        RowFault fault = RowFault.of(Kind.UNREADABLE_CHARACTERS);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
        return null;
    }

    private static boolean isTooLong(String cell) {
        return cell.length() > CELL_CHARACTERS
                && cell.codePointCount(0, cell.length()) > CELL_CHARACTERS;
    }
}
