package org.unenrol.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;

class MessagesTests {

    private static final Messages ENGLISH = Messages.in("en");
    static final List<String> LANGUAGES = Messages.LANGUAGES;

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "de, de",
        "de-AT, de",
        "DE, de",
        "fr, en",
        "xx-yy, en",
        "und, en",
        "*, en",
        "'', en",
        "!, en"
    })
    void findsTheNearestLanguage(String tag, String language) {
        assertThat(Messages.in(tag).language()).isEqualTo(language);
    }

    @Test
    void speaksTheFirstLanguageToThoseWhoHaveToldNone() {
        assertThat(Messages.in(null)).isSameAs(ENGLISH);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasTheSameMessagesInEachLanguage(String language) {
        assertThat(Messages.in(language).keys()).isEqualTo(ENGLISH.keys());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasTheSameValuesInEachLanguage(String language) {
        assertThat(ENGLISH.keys())
                .allSatisfy(
                        key ->
                                assertThat(Messages.in(language).values(key))
                                        .as(key)
                                        .isEqualTo(ENGLISH.values(key)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasWordsForEveryCodeFaultAndHint(String language) {
        OutcomeMessages outcomes = OutcomeMessages.in(language);
        assertThat(OutcomeCode.values()).extracting(outcomes::name).doesNotHaveDuplicates();
        for (OutcomeCode code : OutcomeCode.values()) {
            assertThat(outcomes.sentence(code, List.of(), null)).endsWith(".");
        }
        for (RowFault.Kind kind : RowFault.Kind.values()) {
            assertThat(sentence(outcomes, RowFault.of(kind, 7))).endsWith(".");
        }
        for (CellHint.Kind kind : CellHint.Kind.values()) {
            for (String cell : List.of("username", "reference")) {
                assertThat(outcomes.hint(cell, new CellHint(kind, 0x200b)))
                        .endsWith(".")
                        .doesNotContain("{");
            }
        }
        for (Detail.CompletionKept.Of of : Detail.CompletionKept.Of.values()) {
            assertThat(sentence(outcomes, new Detail.CompletionKept(of))).endsWith(".");
        }
    }

    /** Not only copied from English. */
    @Test
    void saysOtherWordsInGerman() {
        assertThat(ENGLISH.keys())
                .filteredOn(
                        key ->
                                key.matches(
                                        "(sentence|fault|refusal|file|new-reference|problem)\\..*"))
                .allSatisfy(
                        key ->
                                assertThat(Messages.in("de").text(key, 1, 2, 3, 4))
                                        .isNotEqualTo(ENGLISH.text(key, 1, 2, 3, 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, 'Your file \"a.csv\" had 1 row:'",
        "en, 1204, 'Your file \"a.csv\" had 1,204 rows:'",
        "de, 1, 'Ihre Datei „a.csv“ hatte 1 Zeile:'",
        "de, 1204, 'Ihre Datei „a.csv“ hatte 1.204 Zeilen:'"
    })
    void countsAsTheLanguageDoes(String language, int rows, String sentence) {
        assertThat(Messages.in(language).text("mail.import.rows", "a.csv", rows))
                .isEqualTo(sentence);
    }

    /** Holds that text from a file is not read as a pattern. */
    @Test
    void takesValuesAsTheyAre() {
        assertThat(ENGLISH.text("mail.hello", "{1} it''s {0, number} <b>"))
                .isEqualTo("Hello {1} it''s {0, number} <b>,");
    }

    @Test
    void refusesAKeyThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENGLISH.text("no.such.key"))
                .withMessageContaining("no.such.key");
    }

    private static String sentence(OutcomeMessages outcomes, Detail detail) {
        return outcomes.sentence(OutcomeCode.INVALID_ROW, List.of(detail), null);
    }
}
