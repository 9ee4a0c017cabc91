package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.unenrol.model.EmailChoice;

/**
 * A file as any program writes it that follows RFC 4180: made by a seed, of some encoding,
 * delimiter, line end and quoting, with line breaks, quotation marks and delimiters in any column.
 * Some of its notes have a line that is a full row of the file itself.
 */
final class WellFormedFile {

    private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_8, UTF_16LE, UTF_16BE);
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");
    private static final List<String> WORDS =
            List.of(
                    "left",
                    "in",
                    "May",
                    "No",
                    "Yes",
                    "see HR file",
                    "24\"",
                    "\"",
                    "\"\"",
                    "'",
                    "#",
                    "=1+1",
                    "é",
                    "\u00a0",
                    "\ufeff",
                    "1",
                    "0",
                    "J. Smith",
                    "-",
                    "(old)",
                    " ",
                    "\\");

    private final Random random;
    private final Charset charset;
    private final char delimiter;
    private final String lineEnd;
    private final boolean quotesAll;
    private final List<String> header = new ArrayList<>();
    private final List<List<String>> records = new ArrayList<>();
    private final List<FileRow> rows = new ArrayList<>();
    private final List<Integer> rowsWithRows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private long line = 1;

    WellFormedFile(long seed) {
        random = new Random(seed);
        charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        delimiter = ",;\t|".charAt(random.nextInt(4));
        lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
        quotesAll = random.nextInt(4) == 0;
        header.addAll(List.of(Files.HEADER.split(",", -1)));
        for (int notes = random.nextInt(4); notes > 0; notes--) {
            String name = random.nextInt(6) == 0 ? "No\nte, \"" + notes : "Note " + notes;
            header.add(random.nextInt(header.size() + 1), name.replace("\n", lineEnd));
        }
        text.append(charset.equals(UTF_8) && random.nextBoolean() ? "" : "\ufeff");
        write(header);
        for (int row = 1 + random.nextInt(12); row > 0; row--) {
            addRow();
        }
        if (random.nextInt(3) == 0) {
            text.setLength(text.length() - lineEnd.length());
        }
    }

    byte[] bytes() {
        return text.toString().getBytes(charset);
    }

    char delimiter() {
        return delimiter;
    }

    Charset charset() {
        return charset;
    }

    /** The cells of the header and of each row, as they were before they were written. */
    List<List<String>> records() {
        return records;
    }

    List<FileRow> rows() {
        return rows;
    }

    /** The rows in whose notes a line is a full row. */
    List<Integer> rowsWithRows() {
        return rowsWithRows;
    }

    private void addRow() {
        int row = rows.size() + 1;
        String username = username();
        String reference = reference();
        EmailChoice choice = random.nextBoolean() ? EmailChoice.YES : EmailChoice.NO;
        long start = line;
        boolean hasRow = false;
        List<String> cells = new ArrayList<>();
        for (String column : header) {
            switch (column) {
                case "Username" -> cells.add(padded(username));
                case "Activity external reference" -> cells.add(padded(reference));
                case "Send unenrolment email" ->
                        cells.add(padded(choice == EmailChoice.YES ? "Yes" : "No"));
                default -> {
                    boolean withRow = random.nextInt(40) == 0;
                    hasRow |= withRow;
                    cells.add(withRow ? noteWithRow() : note());
                }
            }
        }
        if (hasRow) {
            rowsWithRows.add(row);
        }
        rows.add(new FileRow(row, row + 1, start, username, reference, choice, List.of(), null));
        write(cells);
    }

    private String username() {
        return List.of("anna", "j\u00f6rg", "zo\u00eb.o'neil", "a \"b\"", "x" + delimiter + "y")
                        .get(random.nextInt(5))
                + "."
                + random.nextInt(99);
    }

    private String reference() {
        return "C-" + random.nextInt(9) + (random.nextInt(5) == 0 ? delimiter + " \"x\"" : "");
    }

    /** White space and line breaks round the text of one of our cells do not count. */
    private String padded(String cell) {
        return switch (random.nextInt(12)) {
            case 0 -> lineEnd + cell;
            case 1 -> cell + lineEnd;
            case 2 -> " " + cell;
            default -> cell;
        };
    }

    private String note() {
        int lines = random.nextInt(3) == 0 ? 1 + random.nextInt(random.nextInt(20) + 1) : 1;
        List<String> note = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            note.add(noteLine());
        }
        return note.stream()
                .filter(written -> !isFullRow(written))
                .collect(Collectors.joining(LINE_ENDS.get(random.nextInt(3))));
    }

    private String noteLine() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            words.append(random.nextInt(4) == 0 ? "" : WORDS.get(random.nextInt(WORDS.size())));
            words.append(random.nextInt(4) == 0 ? String.valueOf(delimiter) : "");
        }
        return words.toString();
    }

    private String noteWithRow() {
        String row =
                header.stream()
                        .map(
                                column ->
                                        switch (column) {
                                            case "Username" -> "bob.7";
                                            case "Activity external reference" -> "C-1";
                                            case "Send unenrolment email" -> "Yes";
                                            default -> "";
                                        })
                        .collect(Collectors.joining(String.valueOf(delimiter)));
        return "from the old list:" + lineEnd + row + lineEnd + note();
    }

    /**
     * Tells whether chance has made a line that names a username, a reference and an email choice.
     */
    private boolean isFullRow(String written) {
        String[] cells =
                written.replace("\"", "").split(java.util.regex.Pattern.quote("" + delimiter), -1);
        int username = header.indexOf("Username");
        int reference = header.indexOf("Activity external reference");
        int choice = header.indexOf("Send unenrolment email");
        return cells.length > Math.max(username, Math.max(reference, choice))
                && !CellText.trim(cells[username]).isEmpty()
                && !CellText.trim(cells[reference]).isEmpty()
                && EmailChoices.read(CellText.trim(cells[choice])) != null;
    }

    private void write(List<String> cells) {
        records.add(cells);
        String written =
                cells.stream().map(this::cell).collect(Collectors.joining("" + delimiter))
                        + lineEnd;
        text.append(written);
        line +=
                written.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private String cell(String cell) {
        boolean needed =
                cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\r' || c == '\n');
        boolean quoted = needed || quotesAll || random.nextInt(8) == 0;
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
