package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.unenrol.model.EmailChoice;

/**
 * A file made from the template by a seed: of some encoding, delimiter, line end and quoting, with
 * a damage of one or several kinds. It knows which of its rows are undamaged, and on which line
 * each of them is.
 */
final class DamagedFile {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<Charset> CHARSETS =
            List.of(UTF_8, UTF_8, UTF_8, WINDOWS_1252, UTF_16LE, UTF_16BE);
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");
    private static final String WRONG_DELIMITERS = ",;\t|:";

    private final Random random;
    private final boolean hasPairs;
    private final Charset charset;
    private final char delimiter;
    private final String lineEnd;
    private final int quoting;
    private final boolean hasNote;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Integer, FileRow> undamaged = new TreeMap<>();

    private int rows;
    private int strayQuotes;
    private int changedEncodings;

    DamagedFile(long seed) {
        this(seed, false);
    }

    private DamagedFile(long seed, boolean hasPairs) {
        this.hasPairs = hasPairs;
        random = new Random(seed);
        charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        delimiter = ",;\t|".charAt(random.nextInt(4));
        lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
        quoting = hasPairs ? 0 : random.nextInt(3);
        hasNote = hasPairs || random.nextInt(3) == 0;
        write(beginning());
        int undamagedRows = 30 + random.nextInt(20);
        for (int i = 0; i < undamagedRows; i++) {
            if (random.nextInt(8) == 0) {
                addDamagedRow();
            }
            addRow();
        }
        if (random.nextInt(4) == 0) {
            truncate();
        }
    }

    /** A file in which two stray quotation marks may enclose undamaged rows. */
    static DamagedFile withPairs(long seed) {
        return new DamagedFile(seed, true);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Charset charset() {
        return charset;
    }

    char delimiter() {
        return delimiter;
    }

    /** Counts every row, the damaged ones too. */
    int rows() {
        return rows;
    }

    /** Row numbers and what is to be read there. */
    Map<Integer, FileRow> undamaged() {
        return undamaged;
    }

    private String beginning() {
        boolean mark =
                !charset.equals(WINDOWS_1252) && (!charset.equals(UTF_8) || random.nextBoolean());
        String header = new String(TemplateFile.bytes(), UTF_8).strip() + (hasNote ? ",Note" : "");
        return (mark ? "\ufeff" : "") + header.replace(',', delimiter) + lineEnd;
    }

    private void addRow() {
        rows++;
        FileRow row = row();
        undamaged.put(rows, row);
        write(text(row) + (random.nextInt(20) == 0 ? LINE_ENDS.get(random.nextInt(2)) : lineEnd));
    }

    private FileRow row() {
        String name = List.of("anna", "j\u00f6rg", "zo\u00eb.o'neil").get(random.nextInt(3));
        return new FileRow(
                rows,
                rows + 1,
                rows + 1,
                name + "." + rows + "@example.org",
                reference(),
                random.nextBoolean() ? EmailChoice.YES : EmailChoice.NO,
                List.of(),
                null);
    }

    /** Text that has to be quoted, except where that would close the stray quotes of other rows. */
    private String reference() {
        return hasPairs
                ? "COURSE-" + random.nextInt(99)
                : "COURSE" + delimiter + " \"" + random.nextInt(9) + "\" 00" + random.nextInt(99);
    }

    private String text(FileRow row) {
        String text =
                cell(String.valueOf(row.username()))
                        + delimiter
                        + cell(String.valueOf(row.activityReference()))
                        + delimiter
                        + cell(row.sendEmail() == EmailChoice.YES ? "Yes" : "No");
        return hasNote ? text + delimiter + cell("left in June") : text;
    }

    private String cell(String text) {
        boolean needed = text.indexOf(delimiter) >= 0;
        boolean quoted = needed || quoting == 2 || (quoting == 1 && random.nextBoolean());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private void addDamagedRow() {
        rows++;
        String text = text(row());
        String line =
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> withStrayQuote(text);
                    case 3 -> text.replace(delimiter, WRONG_DELIMITERS.charAt(random.nextInt(5)));
                    case 4 -> text.substring(text.indexOf(delimiter) + 1);
                    case 5 -> text + delimiter + "x" + delimiter + "y";
                    case 6 -> new String(TemplateFile.bytes(), UTF_8).strip();
                    case 7 -> "Leavers of July";
                    default -> "";
                };
        if (charset.newEncoder().averageBytesPerChar() < 2
                && random.nextInt(9) == 0
                && changedEncodings++ < 2) {
            writeOtherwise(line + lineEnd);
        } else {
            write(line + lineEnd);
        }
    }

    /** Allows two stray quotes to enclose rows where a cell is the administrator's own text. */
    private String withStrayQuote(String text) {
        if (hasNote && !hasPairs && strayQuotes++ > 0) {
            return text;
        }
        int cell = text.lastIndexOf(delimiter) + 1;
        int end = random.nextBoolean() ? cell : text.length();
        int at = hasPairs ? end : random.nextInt(text.length() + 1);
        return text.substring(0, at) + '"' + text.substring(at);
    }

    private void truncate() {
        byte[] whole = bytes.toByteArray();
        bytes.reset();
        bytes.write(whole, 0, whole.length - 2 - 2 * random.nextInt(10));
        undamaged.remove(rows);
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(charset));
    }

    private void writeOtherwise(String text) {
        Charset other = charset.equals(UTF_8) ? WINDOWS_1252 : UTF_8;
        bytes.writeBytes(text.getBytes(other));
    }

    List<FileRow> undamagedRows() {
        return new ArrayList<>(undamaged.values());
    }
}
