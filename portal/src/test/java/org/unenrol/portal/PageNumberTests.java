package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumberTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "3, 3, 100",
        "0, 1, 0",
        "-2147483648, 1, 0",
        "50000000, 42949672, 2147483550",
        "2147483647, 42949672, 2147483550"
    })
    void countsTheRowsBeforeAnyPage(int asked, int number, int offset) {
        assertThat(PageNumber.within(asked, 50)).isEqualTo(number);
        assertThat(PageNumber.offset(asked, 50)).isEqualTo(offset);
    }
}
