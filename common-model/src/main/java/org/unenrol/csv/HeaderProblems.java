package org.unenrol.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of headers that do not name our columns. */
final class HeaderProblems {

    private static final int CELLS_TO_SHOW = 12;
    private static final int CHARACTERS_TO_SHOW = 40;

    private HeaderProblems() {}

    /** Finds the faults of the columns; none when there are none. */
    static List<FileProblem> of(Header header, long line) {
        List<FileProblem> problems = new ArrayList<>();
        for (Column column : header.missing()) {
            Refusal odd = oddlyWritten(column, header);
            problems.add(
                    new FileProblem(
                            line,
                            odd != null
                                    ? odd
                                    : new Refusal.ColumnMissing(column.label(), found(header))));
        }
        for (Column column : header.twice()) {
            problems.add(new FileProblem(line, new Refusal.ColumnTwice(column.label())));
        }
        return problems;
    }

    /** Null unless a cell would name the column, were it not for a character of it. */
    private static @Nullable Refusal oddlyWritten(Column column, Header header) {
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = header.cells().get(i);
            if (column.isMeantBy(cell)) {
                return new Refusal.OddHeader(i + 1, shortened(cell), CellHints.ofHeader(cell));
            }
        }
        return null;
    }

    static Refusal noColumns(Header header) {
        for (Column column : Column.values()) {
            Refusal odd = oddlyWritten(column, header);
            if (odd != null) {
                return odd;
            }
        }
        return isOneCell(header)
                ? Refusal.of(Refusal.Kind.HEADER_IN_QUOTES)
                : new Refusal.NoColumns(found(header));
    }

    /** As a spreadsheet writes lines that it had not split into columns. */
    private static boolean isOneCell(Header header) {
        if (header.cells().size() != 1) {
            return false;
        }
        List<String> parts = List.of(header.cells().get(0).split("[,;\t|]", -1));
        return Arrays.stream(Column.values())
                .allMatch(column -> parts.stream().anyMatch(column::isNamed));
    }

    private static Refusal.FoundCells found(Header header) {
        List<String> cells = header.cells();
        return new Refusal.FoundCells(
                cells.stream().limit(CELLS_TO_SHOW).map(HeaderProblems::shortened).toList(),
                Math.max(0, cells.size() - CELLS_TO_SHOW));
    }

    private static String shortened(String written) {
        String cell = OddCharacter.shown(written);
        return cell.length() <= CHARACTERS_TO_SHOW
                ? cell
                : cell.substring(0, CHARACTERS_TO_SHOW) + "…";
    }
}
