package org.unenrol.guarantees.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a well-formed CSV file (RFC 4180, any delimiter) into records, byte by byte. */
final class CsvFrames {

    /**
     * A record.
     *
     * @param text its bytes without the line end, a character each
     * @param end its line end, empty at the end of the file
     */
    record Frame(String text, String end) {}

    private final String text;
    private final char delimiter;

    private CsvFrames(byte[] file, char delimiter) {
        this.text = new String(file, StandardCharsets.ISO_8859_1);
        this.delimiter = delimiter;
    }

    /** The records of a file, its header first. */
    static List<Frame> of(byte[] file, char delimiter) {
        CsvFrames frames = new CsvFrames(file, delimiter);
        List<Frame> all = new ArrayList<>();
        for (int from = 0; from < frames.text.length(); ) {
            Frame frame = frames.from(from);
            all.add(frame);
            from += frame.text.length() + frame.end.length();
        }
        return all;
    }

    private Frame from(int start) {
        boolean quoted = false;
        boolean cellBegins = true;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (cellBegins || quoted)) {
                quoted = !quoted;
                cellBegins = false;
            } else if (c == '"') {
                // The second mark of a pair reopens the cell that the first one seemed to end.
                quoted = i > start && text.charAt(i - 1) == '"';
            } else if (!quoted && (c == '\n' || c == '\r')) {
                boolean pair = text.startsWith("\r\n", i);
                return new Frame(text.substring(start, i), pair ? "\r\n" : String.valueOf(c));
            } else {
                cellBegins = !quoted && c == delimiter;
            }
        }
        return new Frame(text.substring(start), "");
    }

    /** The cells of a record, without quotes and surrounding space. */
    static List<String> cells(Frame frame, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : frame.text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Without the mark that some files begin with. */
    static byte[] withoutMark(byte[] file) {
        boolean marked =
                file.length >= 3
                        && file[0] == (byte) 0xEF
                        && file[1] == (byte) 0xBB
                        && file[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(file, 3, file.length) : file;
    }
}
