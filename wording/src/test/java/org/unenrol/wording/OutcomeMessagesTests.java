package org.unenrol.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.Detail.CompletionKept;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;

class OutcomeMessagesTests {

    private final OutcomeMessages english = OutcomeMessages.in("en");

    @Test
    void saysACodeWithoutDetailsInASentence() {
        assertThat(english.sentence(OutcomeCode.UNENROLLED, List.of(), null))
                .isEqualTo("Unenrolled.");
        assertThat(english.sentence(OutcomeCode.NOT_ENROLLED, List.of(), null))
                .isEqualTo("Not enrolled: there was nothing to end.");
    }

    @ParameterizedTest
    @CsvSource({
        "UNENROLLED_COMPLETION_KEPT, Unenrolled.",
        "READY_COMPLETION_KEPT, Ready to be unenrolled."
    })
    void saysBothThatSomebodyIsUnenrolledAndWhatIsKept(OutcomeCode code, String first) {
        assertThat(
                        english.sentence(
                                code, List.of(new CompletionKept(CompletionKept.Of.COURSE)), null))
                .isEqualTo(
                        first
                                + " The course was already completed and still shows as completed in"
                                + " the reports.");
    }

    @Test
    void saysWhySomebodyKeepsThePlaceInsteadOfThatThereWasNothing() {
        assertThat(
                        english.sentence(
                                OutcomeCode.NOT_ENROLLED,
                                List.of(new Detail.EnrolledSince()),
                                null))
                .startsWith("Not enrolled when this import was submitted.")
                .doesNotContain("nothing");
    }

    @Test
    void namesWhatThePlatformKeepsThePlaceBy() {
        assertThat(english.sentence(OutcomeCode.STILL_ENROLLED, List.of(), null))
                .isEqualTo(
                        "Still enrolled: the platform has kept the place. End it on the platform,"
                                + " where it comes from.");
        assertThat(
                        english.sentence(
                                OutcomeCode.STILL_ENROLLED,
                                List.of(new Detail.HeldBy("cohort")),
                                null))
                .isEqualTo(
                        "Still enrolled: the enrolment method cohort of the platform holds the"
                                + " place. End it there.");
    }

    @Test
    void saysWhatThePlatformRefusesInItsWords() {
        assertThat(
                        english.sentence(
                                OutcomeCode.SYSTEM_ERROR,
                                List.of(new Detail.Refused("Course is locked {0}")),
                                null))
                .startsWith("This row could not be processed,")
                .endsWith("The platform refuses: Course is locked {0}");
    }

    @Test
    void namesAllFaultsOfARowTheFirstOneFirst() {
        assertThat(
                        english.sentence(
                                OutcomeCode.INVALID_ROW,
                                List.of(
                                        RowFault.of(RowFault.Kind.TOO_FEW_CELLS, 2),
                                        new Detail.UnknownReference(null, List.of()),
                                        new Detail.NotPermitted(),
                                        new Detail.DuplicateOf(1204)),
                                null))
                .isEqualTo(
                        "The row has too few cells (2): give it one for each column of the header."
                                + " Activity external reference not recognised: set it on the"
                                + " item's properties page in the catalogue, or correct it here."
                                + " You may not manage this activity: ask a Global administrator"
                                + " to import this row, or to give you its catalogue area."
                                + " Same learner and activity as row 1204, which counts: delete"
                                + " this row.");
    }

    @Test
    void asksForTheNearUsernameBeforeItsOtherHints() {
        assertThat(
                        english.sentence(
                                OutcomeCode.USERNAME_NOT_RECOGNISED,
                                List.of(
                                        new Detail.UnknownUsername(
                                                "0012345",
                                                List.of(CellHint.of(CellHint.Kind.ZEROS_REMOVED)))),
                                null))
                .isEqualTo(
                        "Username not recognised: create the user account first, or correct the"
                                + " username. Did you mean 0012345? A spreadsheet may have removed"
                                + " zeros at its beginning: format the column as text and enter it"
                                + " again.");
    }

    @Test
    void saysWhatTheVerificationHadSaid() {
        assertThat(english.sentence(OutcomeCode.NOT_ENROLLED, List.of(), OutcomeCode.READY))
                .isEqualTo(
                        "Not enrolled: there was nothing to end. This has changed since the"
                                + " verification, which said: Ready to be unenrolled.");
    }

    @Test
    void namesACharacterByItsCodePointAndItsNameInUnicode() {
        assertThat(english.hint("username", new CellHint(CellHint.Kind.CHARACTER_UNSEEN, 0x200b)))
                .isEqualTo(
                        "The username contains U+200B, which cannot be seen (zero width space):"
                                + " delete it.");
        assertThat(english.hint("reference", new CellHint(CellHint.Kind.CHARACTER_UNSEEN, 0xfdd0)))
                .contains("U+FDD0, which cannot be seen (no character)");
        assertThat(
                        OutcomeMessages.in("de")
                                .hint("reference", CellHint.of(CellHint.Kind.SPREADSHEET_ERROR)))
                .contains("anstelle der Referenz", "oder geben Sie die Referenz");
    }
}
