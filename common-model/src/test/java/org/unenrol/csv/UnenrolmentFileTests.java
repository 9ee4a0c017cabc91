package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unenrol.csv.RefusedFileException.Reason;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowFault.Kind;

class UnenrolmentFileTests {

    private static final String HEADER = Files.HEADER + "\n";

    @Test
    void readsRowsOneByOne() {
        assertThat(Files.rows(bytes(HEADER + "anna,COURSE-1,Yes\nben,\"COURSE \"\"2\"\"\",no\n")))
                .containsExactly(
                        new FileRow(1, 2, 2, "anna", "COURSE-1", EmailChoice.YES, List.of(), null),
                        new FileRow(
                                2, 3, 3, "ben", "COURSE \"2\"", EmailChoice.NO, List.of(), null));
    }

    @Test
    void namesAllFaultsOfARow() {
        FileRow row = Files.rows(bytes(HEADER + "anna,,perhaps\n")).get(0);

        assertThat(row.username()).isEqualTo("anna");
        assertThat(row.faults())
                .extracting(RowFault::fault)
                .containsExactly(Kind.REFERENCE_MISSING, Kind.EMAIL_CHOICE_UNREADABLE);
    }

    @Test
    void refusesAFileThatIsLargerThanAllowed() {
        assertThat(refusal(HEADER + "anna,COURSE-1,Yes\n", new FileLimits(77, 10)).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesAFileWithMoreRowsThanAllowed() {
        FileLimits limits = new FileLimits(1000, 2);

        assertThat(refusal(HEADER + "a,B,Yes\na,C,Yes\na,D,Yes\n", limits).reason())
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @Test
    void acceptsAFileThatIsJustAsLargeAsAllowed() throws IOException {
        byte[] bytes = bytes(HEADER + "a,B,Yes\na,C,Yes\n");

        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        new ByteArrayInputStream(bytes), new FileLimits(bytes.length, 2), null)) {
            assertThat(file.next()).isNotNull();
            assertThat(file.next()).isNotNull();
            assertThat(file.next()).isNull();
        }
    }

    @Test
    void takesALongFileForWindows1252WhenItsEndSaysSo() {
        String row = "anna,COURSE-1,Yes\n";
        byte[] bytes =
                (HEADER + row.repeat(2 * Window.SIZE / row.length()) + "m\u00fcller,COURSE-1,Yes\n")
                        .getBytes(Charset.forName("windows-1252"));

        NotUtf8Exception misjudged =
                catchThrowableOfType(NotUtf8Exception.class, () -> Files.rows(bytes, null));
        List<FileRow> rows = Files.rows(bytes, misjudged.charset());

        assertThat(rows.get(rows.size() - 1).username()).isEqualTo("m\u00fcller");
    }

    private static RefusedFileException refusal(String text, FileLimits limits) {
        return catchThrowableOfType(
                RefusedFileException.class,
                () -> {
                    try (UnenrolmentFile file =
                            UnenrolmentFile.open(
                                    new ByteArrayInputStream(bytes(text)), limits, null)) {
                        while (file.next() != null) {}
                    }
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
