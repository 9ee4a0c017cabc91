package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
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
                .singleElement()
                .asString()
                .startsWith("The username begins with an apostrophe")
                .endsWith("remove the apostrophe.");
        assertThat(CellHints.ofReference(cell)).singleElement().asString().contains("apostrophe");
    }

    @Test
    void saysNothingOfOrdinaryNames() {
        assertThat(CellHints.ofUsername("j\u00f6rg.o'neil-smith")).isEmpty();
        assertThat(CellHints.ofUsername("'t-hooft")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+05",
                "1,2345E+11",
                "2.02312E+16",
                "01-Mar",
                "01. Mrz",
                "Mar-01",
                "01-Mar-26",
                "3/1/2026",
                "1.3.2026",
                "2026-03-01",
                "2026-03-01 00:00:00",
                "123",
                "123.0",
                "#N/A",
                "#NAME?",
                "#DIV/0!",
                "########"
            })
    void saysWhenASpreadsheetMayHaveChangedACell(String cell) {
        assertThat(CellHints.ofReference(cell)).singleElement().asString().contains("preads");
        assertThat(CellHints.ofUsername(cell)).singleElement().asString().contains("preads");
    }

    @Test
    void saysWhenAnEmailAddressOrANameMayStandInThePlaceOfAUsername() {
        assertThat(CellHints.ofUsername("amelia.hughes@example.org"))
                .singleElement()
                .asString()
                .startsWith("If it is an email address");
        assertThat(CellHints.ofUsername("Am\u00e9lia O'Neil-Hughes"))
                .singleElement()
                .asString()
                .startsWith("If it is a person's name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x85, 0xad, 0x200d, 0x2028, 0x2800, 0x3164, 0xfe0f, 0xfffd, 0xe0041})
    void namesWhatNobodyCouldWriteAgain(int character) {
        assertThat(CellHints.ofNewReference("A" + Character.toString(character) + "-1"))
                .hasValueSatisfying(
                        hint -> assertThat(hint).contains("U+%04X,".formatted(character)));
    }

    @Test
    void describesEachCharacterThatCannotBeSeen() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
                .filteredOn(c -> OddCharacter.of(c) != OddCharacter.NONE)
                .allSatisfy(c -> assertThat(OddCharacter.inWords(c)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAF\u00c9 1", "\u0410-1", "o\u2019neil\u20131", "\ud83d\ude00"})
    void takesWhatCanBeSeen(String reference) {
        assertThat(CellHints.ofNewReference(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00123", "COURSE-1", "1A", "#12", "3-1-A"})
    void saysNothingOfOrdinaryReferences(String reference) {
        assertThat(CellHints.ofReference(reference)).isEmpty();
    }
}
