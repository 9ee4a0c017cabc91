package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
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
        String upload = new String(bytes, charset);
        Matcher outcome =
                Pattern.compile(
                                Pattern.quote(String.valueOf(delimiter))
                                        + "(?:Outcome|UNENROLLED: Row #\\d+#)")
                        .matcher(new String(results, charset));
        StringBuilder stripped = new StringBuilder();
        while (outcome.find()) {
            outcome.appendReplacement(stripped, "");
            int missing = 0;
            while (!upload.startsWith(stripped.toString()) && missing++ < columns) {
                assertThat(stripped.charAt(stripped.length() - 1)).isEqualTo(delimiter);
                stripped.setLength(stripped.length() - 1);
            }
        }
        outcome.appendTail(stripped);
        assertThat(stripped.toString()).isEqualTo(upload);
    }
}
