package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unenrol.model.OutcomeCode;

class ResultsFileTests {

    private static final String HEADER = Files.HEADER;

    @Test
    void addsTheOutcomeOfEachRowAsTheLastColumn() {
        assertThat(results(HEADER + "\r\n\"anna\" ,COURSE-1,Yes\r\nben,C,No"))
                .isEqualTo(
                        HEADER
                                + ",Outcome\r\n"
                                + "\"anna\" ,COURSE-1,Yes,\"UNENROLLED: Unenrolled, row 1.\"\r\n"
                                + "ben,C,No,\"UNENROLLED: Unenrolled, row 2.\"");
    }

    @Test
    void writesOnlyTheRowsToFix() {
        RowResults outcomes =
                row ->
                        new RowResult(
                                row == 2 ? OutcomeCode.DUPLICATE : OutcomeCode.NOT_ENROLLED, "So.");

        assertThat(
                        new String(
                                Files.results(
                                        bytes(HEADER + "\na,A,Yes\nb,B,Yes\nc,C,Yes\n\n"),
                                        outcomes,
                                        RowSelection.FAILED),
                                UTF_8))
                .isEqualTo(HEADER + ",Outcome\nb,B,Yes,DUPLICATE: So.\n\n");
    }

    private static String results(String upload) {
        return new String(Files.results(bytes(upload)), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
