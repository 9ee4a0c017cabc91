package org.unenrol.csv;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file (RFC 4180) that the product composes itself. */
public final class CsvLine {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;|\t\r\n]|^\\s|\\s$");

    /** With the full-width and small forms, which some spreadsheets take for the plain ones. */
    private static final String BEGINS_FORMULA =
            "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]";

    /** White space, what cannot be seen, and quotation marks: spreadsheets may drop them. */
    private static final String MAY_BE_DROPPED =
            "[\\s\\p{Z}\\p{C}\\p{Pi}\\p{Pf}\"'`\uFF02\uFF07]*+";

    private static final Pattern FORMULA =
            Pattern.compile("^(?:" + MAY_BE_DROPPED + BEGINS_FORMULA + "|[\t\r\n])");

    /**
     * A spreadsheet that splits at another delimiter, such as that of its language, does not heed
     * the quotes round a cell in the middle of a line.
     */
    private static final Pattern FORMULA_INSIDE =
            Pattern.compile("(?<=[;|\t\r\n])(?=" + MAY_BE_DROPPED + BEGINS_FORMULA + ")");

    private CsvLine() {}

    /** Cells as they are, for a file that no spreadsheet opens before the product reads it. */
    public static String exactly(String... cells) {
        return line(cells);
    }

    /**
     * Cells for a spreadsheet, which must not run what somebody has given as a name: a text that it
     * would take for a formula has an apostrophe before it. Numbers stay numbers; null is empty.
     */
    public static String harmless(@Nullable Object... cells) {
        return line(Arrays.stream(cells).map(CsvLine::harmless).toArray(String[]::new));
    }

    private static String harmless(@Nullable Object cell) {
        if (cell == null || cell instanceof Number) {
            return cell == null ? "" : cell.toString();
        }
        String text = FORMULA_INSIDE.matcher(cell.toString()).replaceAll("'");
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String line(String... cells) {
        return Arrays.stream(cells)
                .map(CsvLine::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
