package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.OutcomeCode;

/** A copy of a row that ends an enrolment after another copy has failed. */
class BetterOutcomeTests extends LedgerTestCase {

    @ParameterizedTest
    @EnumSource(
            value = OutcomeCode.class,
            names = {"UNENROLLED", "UNENROLLED_COMPLETION_KEPT", "REENROLLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void takesThePlaceOfWhatTellsOfNoEnding(OutcomeCode first) {
        UUID id = anImport().ofRows(3).submitted();
        RECORDER.record(List.of(settled(id, 2, first)));

        RECORDER.record(List.of(unenrolled(id, 2), unenrolled(id, 3)));

        assertThat(OUTCOMES.page(id, 0, 10))
                .extracting(RecordedOutcome::code)
                .containsExactly(OutcomeCode.UNENROLLED, OutcomeCode.UNENROLLED);
        assertThat(find(id).progress().outcomes()).isEqualTo(Map.of(OutcomeCode.UNENROLLED, 2));
        assertThat(find(id).progress().received()).isEqualTo(2);
        assertThat(find(id).state()).isEqualTo(ImportState.PROCESSING);
    }

    @Test
    void winsWithinABatchToo() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(
                List.of(settled(id, 1, OutcomeCode.ACTIVITY_NOT_RECOGNISED), unenrolled(id, 1)));

        assertThat(find(id).progress().outcomes()).isEqualTo(Map.of(OutcomeCode.UNENROLLED, 1));
    }

    @Test
    void givesWayToNothing() {
        UUID id = anImport().ofRows(3).submitted();
        RECORDER.record(List.of(settled(id, 1, OutcomeCode.UNENROLLED_COMPLETION_KEPT)));

        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(find(id).progress().outcomes())
                .isEqualTo(Map.of(OutcomeCode.UNENROLLED_COMPLETION_KEPT, 1));
    }

    @Test
    void bringsItsMailAlong() {
        UUID id = anImport().ofRows(3).submitted();
        RECORDER.record(List.of(settled(id, 1, OutcomeCode.SYSTEM_ERROR)));

        RECORDER.record(List.of(noticed(id, 1)));

        assertThat(rowsOf("mail where kind = 'LEARNER_UNENROLMENT'")).isEqualTo(1);
    }

    @Test
    void comesTooLateForAnImportThatIsComplete() {
        UUID id = anImport().ofRows(1).settledAs(OutcomeCode.ACTIVITY_NOT_RECOGNISED);

        RECORDER.record(List.of(noticed(id, 1)));

        assertThat(find(id).progress().outcomes())
                .isEqualTo(Map.of(OutcomeCode.ACTIVITY_NOT_RECOGNISED, 1));
        assertThat(rowsOf("mail")).isZero();
        RESULTS.fail(id, Damage.fileUnreadable());
    }

    @Test
    void isComparedWithTheVerificationAnew() {
        UUID verified = anImport().ofRows(2).verifyOnly().completedAs(OutcomeCode.READY);
        UUID id =
                IMPORTS.apply(verified, new Submitter("ada", "Ada", "ada@example.com", "en"), null)
                        .orElseThrow()
                        .importId();
        RECORDER.record(List.of(settled(id, 1, OutcomeCode.NOT_ENROLLED)));
        assertThat(find(id).progress().changed()).isEqualTo(1);

        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(find(id).progress().changed()).isZero();
        assertThat(OUTCOMES.page(id, 0, 1))
                .singleElement()
                .returns(null, RecordedOutcome::changedFrom)
                .returns(OutcomeCode.UNENROLLED, RecordedOutcome::code);
    }
}
