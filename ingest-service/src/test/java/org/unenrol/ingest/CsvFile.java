package org.unenrol.ingest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files for tests. */
public final class CsvFile {

    public static final String HEADER =
            "Username,Activity external reference,Send unenrolment email";

    private CsvFile() {}

    /** The header and these rows, in UTF-8. */
    public static byte[] of(String... rows) {
        return Stream.concat(Stream.of(HEADER), Stream.of(rows))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** So many rows, no two the same. */
    public static byte[] ofRows(int rows) {
        return of(
                Stream.iterate(1, i -> i + 1)
                        .limit(rows)
                        .map("learner.%d,FIRE-SAFETY-2026,No"::formatted)
                        .toArray(String[]::new));
    }
}
