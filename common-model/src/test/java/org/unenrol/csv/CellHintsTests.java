package org.unenrol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.model.CellHint;
import org.unenrol.model.CellHint.Kind;

class CellHintsTests {

    @Test
    void namesALetterThatLooksLikeALatinOne() {
        assertThat(CellHints.ofUsername("\u0430nna"))
                .containsExactly(new CellHint(Kind.CHARACTER_LIKE_LATIN, 0x430));
    }

    @Test
    void namesCharactersThatCannotBeSeenOrWereLost() {
        assertThat(CellHints.ofUsername("an\u200bna\u202e\ufffd"))
                .containsExactly(
                        new CellHint(Kind.CHARACTER_UNSEEN, 0x200b),
                        new CellHint(Kind.CHARACTER_UNSEEN, 0x202e),
                        new CellHint(Kind.CHARACTER_LOST, 0xfffd));
    }

    @ParameterizedTest
    @CsvSource({
        "\u2019, CHARACTER_LIKE_APOSTROPHE",
        "\u2013, CHARACTER_LIKE_HYPHEN",
        "\u00a0, CHARACTER_LIKE_SPACE",
        "\u201d, CHARACTER_LIKE_QUOTATION_MARK"
    })
    void namesSignsThatASpreadsheetPutsInThePlaceOfOthers(String sign, Kind kind) {
        assertThat(CellHints.ofUsername("o" + sign + "neil"))
                .containsExactly(new CellHint(kind, sign.codePointAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1+1", "'@anna", "' +44", "'\"-x", "'\uFF1D1"})
    void seesThatAnExportHasPutAnApostropheThere(String cell) {
        assertThat(CellHints.ofUsername(cell)).containsExactly(CellHint.of(Kind.FORMULA_GUARD));
        assertThat(CellHints.ofReference(cell)).containsExactly(CellHint.of(Kind.FORMULA_GUARD));
    }

    @Test
    void saysNothingOfOrdinaryNames() {
        assertThat(CellHints.ofUsername("j\u00f6rg.o'neil-smith")).isEmpty();
        assertThat(CellHints.ofUsername("'t-hooft")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1E+05, REWRITTEN_AS_NUMBER",
        "'1,2345E+11', REWRITTEN_AS_NUMBER",
        "2.02312E+16, REWRITTEN_AS_NUMBER",
        "01-Mar, REWRITTEN_AS_DATE",
        "01. Mrz, REWRITTEN_AS_DATE",
        "Mar-01, REWRITTEN_AS_DATE",
        "01-Mar-26, REWRITTEN_AS_DATE",
        "3/1/2026, REWRITTEN_AS_DATE",
        "1.3.2026, REWRITTEN_AS_DATE",
        "2026-03-01, REWRITTEN_AS_DATE",
        "2026-03-01 00:00:00, REWRITTEN_AS_DATE",
        "123, ZEROS_REMOVED",
        "123.0, ZEROS_REMOVED",
        "#N/A, SPREADSHEET_ERROR",
        "#NAME?, SPREADSHEET_ERROR",
        "#DIV/0!, SPREADSHEET_ERROR",
        "########, SPREADSHEET_ERROR"
    })
    void seesWhenASpreadsheetMayHaveChangedACell(String cell, Kind kind) {
        assertThat(CellHints.ofReference(cell)).containsExactly(CellHint.of(kind));
        assertThat(CellHints.ofUsername(cell)).containsExactly(CellHint.of(kind));
    }

    @Test
    void seesWhenAnEmailAddressOrANameMayStandInThePlaceOfAUsername() {
        assertThat(CellHints.ofUsername("amelia.hughes@example.org"))
                .containsExactly(CellHint.of(Kind.EMAIL_ADDRESS));
        assertThat(CellHints.ofUsername("Am\u00e9lia O'Neil-Hughes"))
                .containsExactly(CellHint.of(Kind.NAME_OF_A_PERSON));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x85, 0xad, 0x200d, 0x2028, 0x2800, 0x3164, 0xfe0f, 0xfffd, 0xe0041})
    void namesWhatNobodyCouldWriteAgain(int character) {
        assertThat(CellHints.ofNewReference("A" + Character.toString(character) + "-1"))
                .map(CellHint::character)
                .contains(character);
    }

    @Test
    void namesEachCharacterThatIsOdd() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
                .filteredOn(c -> OddCharacter.of(c) != OddCharacter.NONE)
                .allSatisfy(
                        c ->
                                assertThat(CellHints.ofHeader(Character.toString(c)).character())
                                        .isEqualTo(c));
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
