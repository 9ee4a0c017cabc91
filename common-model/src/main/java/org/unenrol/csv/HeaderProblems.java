package org.unenrol.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences about headers that do not name our columns. */
final class HeaderProblems {

    private static final int CELLS_TO_SHOW = 12;
    private static final int CHARACTERS_TO_SHOW = 40;

    private HeaderProblems() {}

    /** What is wrong with the columns; empty when nothing is. */
    static List<FileProblem> of(Header header, long line) {
        List<FileProblem> problems = new ArrayList<>();
        for (Column column : header.missing()) {
            String odd = oddlyWritten(column, header);
            problems.add(
                    new FileProblem(
                            line,
                            odd != null
                                    ? odd
                                    : "The column \"%s\" is missing: add it to the header. Found: %s."
                                            .formatted(column.label(), found(header))));
        }
        for (Column column : header.twice()) {
            problems.add(
                    new FileProblem(
                            line,
                            "The column \"%s\" is there more than once: leave only one."
                                    .formatted(column.label())));
        }
        return problems;
    }

    /** Null unless a cell would name the column, were it not for a character of it. */
    private static @Nullable String oddlyWritten(Column column, Header header) {
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = header.cells().get(i);
            if (column.isMeantBy(cell)) {
                return CellHints.ofHeader(
                        "The header's cell %d, %s,".formatted(i + 1, shortened(cell)), cell);
            }
        }
        return null;
    }

    static String noColumns(Header header) {
        for (Column column : Column.values()) {
            String odd = oddlyWritten(column, header);
            if (odd != null) {
                return odd;
            }
        }
        if (isOneCell(header)) {
            return "The first line is in quotation marks as a whole, which makes it one cell: remove"
                    + " the quotation marks round each line.";
        }
        return "The first line does not name the columns %s: add it, as in the template. Found: %s."
                .formatted(allColumns(), found(header));
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

    static String allColumns() {
        return Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(", "));
    }

    private static String found(Header header) {
        String found =
                header.cells().stream()
                        .limit(CELLS_TO_SHOW)
                        .map(HeaderProblems::shortened)
                        .collect(Collectors.joining(", "));
        int rest = header.cells().size() - CELLS_TO_SHOW;
        return rest > 0 ? found + " and " + rest + " more" : found;
    }

    private static String shortened(String written) {
        String cell = OddCharacter.shown(written);
        if (cell.length() <= CHARACTERS_TO_SHOW) {
            return '"' + cell + '"';
        }
        return '"' + cell.substring(0, CHARACTERS_TO_SHOW) + "…\"";
    }
}
