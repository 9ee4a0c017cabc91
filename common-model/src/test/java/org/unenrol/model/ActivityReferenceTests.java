package org.unenrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityReferenceTests {

    @ParameterizedTest
    @ValueSource(strings = {"CAFÉ", "CAFE\u0301", " CAFÉ\t", "CAFÉ\u00a0", "\u3000CAFÉ\u2028"})
    void countsNeitherWhiteSpaceRoundItNorHowAnAccentIsWritten(String written) {
        assertThat(ActivityReference.of(written)).isEqualTo("CAFÉ");
    }

    @ParameterizedTest
    @CsvSource({"FIRE, fire", "00123, 123", "A 1, A\u00a01", "A-1, A\u20131", "CAFE, CAFÉ"})
    void tellsApartWhatDiffersInAnythingElse(String one, String other) {
        assertThat(ActivityReference.of(one)).isNotEqualTo(ActivityReference.of(other));
    }
}
