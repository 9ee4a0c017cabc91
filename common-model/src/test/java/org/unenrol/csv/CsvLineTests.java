package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+1",
                "@SUM(A1)",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "\uFE661+1",
                "\uFE631",
                " =1+1",
                "\u00A0=1+1",
                "\u3000=1+1",
                "\t=1+1",
                "\n=1+1",
                "\r\n=1+1",
                "\uFEFF=1+1",
                "\u200B=1+1",
                "\u0000=1+1",
                "\"=1+1",
                "'=1+1",
                "\u201C=1+1",
                "\" =1+1",
                "\tname",
                "\rname",
                "\nname"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String cell) {
        String line = CsvLine.harmless(cell, "x");

        assertThat(line.startsWith("\"") ? line.substring(1) : line).startsWith("'");
    }

    /** A spreadsheet that splits at semicolons does not heed quotes in the middle of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"a;%s", "a; %s", "a|%s", "a\t%s", "a\n%s", "a\r\n%s", "a;\"%s"})
    void putsOneBeforeWhatWouldBeRunAfterASplitAtAnotherDelimiter(String cell) {
        assertThat(CsvLine.harmless(cell.formatted("=1+1;b")))
                .containsPattern("'[\\s\"]*=1\\+1")
                .doesNotContainPattern("[;|\t\r\n][ \"]*=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna-Maria O'Neil",
                "anna@example.org",
                "A+ 2026",
                "x = y",
                " leading",
                "'quoted'",
                "\u2013 dash",
                "a; b",
                "2026-07-04 23:13",
                "\u00e9t\u00e9"
            })
    void leavesOtherTextsAsTheyAre(String cell) {
        assertThat(CsvLine.harmless(cell).replace("\"", "")).isEqualTo(cell + "\r\n");
    }

    @Test
    void leavesNumbersNumbers() {
        assertThat(CsvLine.harmless(-5, new BigDecimal("-0.5"), 7L)).isEqualTo("-5,-0.5,7\r\n");
    }

    @Test
    void writesAnEmptyCellForNull() {
        assertThat(CsvLine.harmless("a", null, "b")).isEqualTo("a,,b\r\n");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvLine.harmless("a,b", "c\"d", "e\nf", " g"))
                .isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",\" g\"\r\n");
    }

    @Test
    void keepsExactlyWhatNoSpreadsheetOpens() {
        assertThat(CsvLine.exactly("=1+1", "-5")).isEqualTo("=1+1,-5\r\n");
    }
}
