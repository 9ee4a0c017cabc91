package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellHintsTests {

    @Test
    void namesALetterThatLooksLikeALatinOne() {
        assertThat(CellHints.ofUsername("\u0430nna"))
                .containsExactly(
                        "The username contains U+0430, which looks like a Latin letter: type it"
                                + " again.");
    }

    @Test
    void namesCharactersThatCannotBeSeen() {
        assertThat(CellHints.ofUsername("an\u200bna\u202e"))
                .containsExactly(
                        "The username contains U+200B, which cannot be seen (zero width space):"
                                + " delete it.",
                        "The username contains U+202E, which cannot be seen (right-to-left"
                                + " override): delete it.");
    }

    @ParameterizedTest
    @CsvSource({"\u2019, an apostrophe", "\u2013, a hyphen", "\u00a0, a space"})
    void namesSignsThatASpreadsheetPutsInThePlaceOfOthers(String sign, String name) {
        assertThat(CellHints.ofUsername("o" + sign + "neil"))
                .singleElement()
                .asString()
                .contains("which looks like " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1+1", "'@anna", "' +44", "'\"-x", "'\uFF1D1"})
    void saysThatAnExportHasPutAnApostropheThere(String cell) {
        assertThat(CellHints.ofUsername(cell))
                .containsExactly(
                        "The username begins with an apostrophe, which keeps a spreadsheet from"
                                + " running it as a formula: remove the apostrophe.");
        assertThat(CellHints.ofReference(cell)).singleElement().asString().contains("apostrophe");
    }

    @Test
    void saysNothingOfOrdinaryNames() {
        assertThat(CellHints.ofUsername("j\u00f6rg.o'neil-smith@example.org")).isEmpty();
        assertThat(CellHints.ofUsername("'t-hooft@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+05", "1,2345E+11", "01-Mar", "Mar-01", "3/1/2026", "123"})
    void saysWhenASpreadsheetMayHaveChangedAReference(String reference) {
        assertThat(CellHints.ofReference(reference)).singleElement().asString().contains("preads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00123", "COURSE-1", "1A"})
    void saysNothingOfOrdinaryReferences(String reference) {
        assertThat(CellHints.ofReference(reference)).isEmpty();
    }
}
