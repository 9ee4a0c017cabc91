package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The file to start from: the header and nothing else. */
public final class TemplateFile {

    private TemplateFile() {}

    /** UTF-8, commas, CRLF. */
    public static byte[] bytes() {
        String header =
                Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(","));
        return (header + "\r\n").getBytes(UTF_8);
    }
}
