package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** The file to start from: the header and nothing else. */
public final class TemplateFile {

    private TemplateFile() {}

    /** UTF-8, commas, CRLF. */
    public static byte[] bytes() {
        return (String.join(",", columns()) + "\r\n").getBytes(UTF_8);
    }

    /** The names of the columns that every file must have. */
    public static List<String> columns() {
        return Arrays.stream(Column.values()).map(Column::label).toList();
    }
}
