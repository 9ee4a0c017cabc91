package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unenrol.model.OutcomeCode;

/** Compares a results file with its upload, on the characters and without reading either. */
final class Upload {

    private static final String MARK = "Row #%d#";

    private final byte[] bytes;
    private final Charset charset;
    private final char delimiter;

    Upload(byte[] bytes, Charset charset, char delimiter) {
        this.bytes = bytes;
        this.charset = charset;
        this.delimiter = delimiter;
    }

    byte[] results() {
        return Files.results(
                bytes,
                row -> new RowResult(OutcomeCode.UNENROLLED, MARK.formatted(row)),
                RowSelection.ALL);
    }

    /** Apart from the cells that short rows lacked, which are added before their outcome. */
    void isResultsWithoutTheLastColumn(byte[] results, int columns) {
        String upload = new String(bytes, units());
        String text = new String(results, units());
        Matcher outcome =
                Pattern.compile(
                                Pattern.quote(String.valueOf(delimiter))
                                        + "(?:Outcome|UNENROLLED: Row #\\d+#)")
                        .matcher(text);
        int read = 0;
        int compared = 0;
        while (outcome.find()) {
            int end = outcome.start();
            for (int missing = 0;
                    missing < columns && !upload.startsWith(text.substring(read, end), compared);
                    missing++) {
                assertThat(text.charAt(--end)).isEqualTo(delimiter);
            }
            assertThat(upload.substring(compared)).startsWith(text.substring(read, end));
            compared += end - read;
            read = outcome.end();
        }
        assertThat(text.substring(read)).isEqualTo(upload.substring(compared));
    }

    /** One character for each unit of the encoding, so that bytes that mean nothing count too. */
    private Charset units() {
        boolean wide = charset.name().startsWith("UTF-16") || delimiter >= 0x80;
        return wide ? charset : StandardCharsets.ISO_8859_1;
    }
}
