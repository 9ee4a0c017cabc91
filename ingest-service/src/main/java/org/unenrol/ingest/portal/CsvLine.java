package org.unenrol.ingest.portal;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file (RFC 4180) that the portal writes. */
public final class CsvLine {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\t\r\n]|^\\s|\\s$");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private CsvLine() {}

    /** Cells as they are, for a file that is to be uploaded. */
    public static String of(String... cells) {
        return Arrays.stream(cells)
                .map(CsvLine::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Cells for people to read: a spreadsheet must not run what somebody has given as a name. */
    public static String harmless(@Nullable String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell)
                .map(cell -> FORMULA.matcher(cell).find() ? "'" + cell : cell)
                .map(CsvLine::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
