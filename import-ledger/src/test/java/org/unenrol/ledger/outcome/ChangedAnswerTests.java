package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.OutcomeFixture.settled;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.OutcomeCode;

/** Rows whose answer is another than the one that the administrator saw before applying. */
class ChangedAnswerTests extends LedgerTestCase {

    private static final Submitter ADA = new Submitter("ada", "Ada", "ada@example.com", "en");

    @ParameterizedTest
    @CsvSource({
        "READY, NOT_ENROLLED",
        "READY, UNENROLLED_COMPLETION_KEPT",
        "NOT_ENROLLED, UNENROLLED",
        "USERNAME_NOT_RECOGNISED, UNENROLLED",
        "SYSTEM_ERROR, UNENROLLED"
    })
    void isMarkedWithWhatTheVerificationSaid(OutcomeCode verified, OutcomeCode answer) {
        RecordedOutcome outcome = applied(verified, answer);

        assertThat(outcome.code()).isEqualTo(answer);
        assertThat(outcome.changedFrom()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({
        "READY, UNENROLLED",
        "READY_COMPLETION_KEPT, UNENROLLED_COMPLETION_KEPT",
        "NOT_ENROLLED, NOT_ENROLLED",
        "DUPLICATE, DUPLICATE",
        "READY, NOT_PROCESSED",
        "READY, SYSTEM_ERROR"
    })
    void isNotMarkedWhenItIsTheSameOrNoAnswerAtAll(OutcomeCode verified, OutcomeCode answer) {
        RecordedOutcome outcome = applied(verified, answer);

        assertThat(outcome.changedFrom()).isNull();
    }

    @Test
    void isCounted() {
        UUID id = apply(anImport().ofRows(3).verifyOnly().completedAs(OutcomeCode.READY));
        List<OutcomeCode> answers =
                List.of(
                        OutcomeCode.NOT_ENROLLED,
                        OutcomeCode.UNENROLLED,
                        OutcomeCode.USERNAME_NOT_RECOGNISED);

        for (int row = 1; row <= 3; row++) {
            RECORDER.record(List.of(settled(id, row, answers.get(row - 1))));
        }

        assertThat(find(id).progress().changed()).isEqualTo(2);
    }

    @Test
    void isNotLookedForInAnImportThatAppliesNoVerification() {
        anImport().verifyOnly().completedAs(OutcomeCode.READY);
        UUID id = anImport().settledAs(OutcomeCode.NOT_ENROLLED);

        assertThat(find(id).progress().changed()).isZero();
    }

    private static RecordedOutcome applied(OutcomeCode verified, OutcomeCode answer) {
        UUID id = apply(anImport().verifyOnly().completedAs(verified));
        RECORDER.record(List.of(settled(id, 1, answer)));
        return OUTCOMES.page(id, 0, 1).get(0);
    }

    private static UUID apply(UUID verified) {
        return IMPORTS.apply(verified, ADA, null).orElseThrow().importId();
    }
}
