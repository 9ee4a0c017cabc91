package org.unenrol.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalReferenceTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "FIRE-2026", "00123", "CAF\u00c9 (spring) = 1", "\u0410-1", "A\u20131"})
    void takesWhatAFileCanName(String reference) {
        assertThat(ExternalReference.problemWith(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"})
    void refusesWhatASpreadsheetWouldTakeForAFormula(String reference) {
        assertThat(ExternalReference.problemWith(reference))
                .hasValue(
                        "External reference must not begin with %s: a spreadsheet would take it for a formula"
                                .formatted(reference.charAt(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "200B, which cannot be seen (zero width space): delete it",
        "0009, which cannot be seen (character tabulation): delete it",
        "FEFF, which cannot be seen (zero width no-break space): delete it",
        "00A0, which looks like a space: type it again"
    })
    void namesACharacterThatNobodyCouldWriteAgain(String character, String problem) {
        String reference = "FIRE" + Character.toString(Integer.parseInt(character, 16)) + "2026";

        assertThat(ExternalReference.problemWith(reference))
                .hasValue("External reference contains U+%s, %s".formatted(character, problem));
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(ExternalReference.problemWith("\ud83d\ude00".repeat(255))).isEmpty();
        assertThat(ExternalReference.problemWith("A".repeat(256)))
                .hasValue("External reference must be 255 characters or fewer");
    }
}
