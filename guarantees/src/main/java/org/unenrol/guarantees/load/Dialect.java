package org.unenrol.guarantees.load;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The ways in which files are written. */
public enum Dialect {
    PLAIN(',', "\r\n", StandardCharsets.UTF_8, ""),
    MARKED(',', "\n", StandardCharsets.UTF_8, "\uFEFF"),
    SEMICOLONS(';', "\r\n", Charset.forName("windows-1252"), ""),
    TABS('\t', "\n", StandardCharsets.UTF_8, "");

    private final char delimiter;
    private final String lineEnd;
    private final Charset charset;
    private final String mark;

    Dialect(char delimiter, String lineEnd, Charset charset, String mark) {
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
        this.charset = charset;
        this.mark = mark;
    }

    char delimiter() {
        return delimiter;
    }

    byte[] bytes(Iterable<String[]> records) {
        StringBuilder file = new StringBuilder(mark);
        for (String[] record : records) {
            file.append(String.join(String.valueOf(delimiter), record)).append(lineEnd);
        }
        return file.toString().getBytes(charset);
    }
}
