package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.MAILS;
import static org.unenrol.ledger.Ledger.MAIL_HOLD;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.settled;
import static org.unenrol.ledger.OutcomeFixture.unenrolled;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.UNENROLLED;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.ImportState;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.Place;

class OutcomeRecorderTests extends LedgerTestCase {

    @Test
    void recordsWhatHasBecomeOfARow() {
        UUID id = anImport().ofRows(3).submitted();
        List<Detail> details =
                List.of(
                        new Detail.UnknownUsername(
                                "amelia", List.of(new CellHint(CellHint.Kind.CHARACTER_LOST, 7))),
                        new Detail.DuplicateOf(3));

        RECORDER.record(
                List.of(
                        new RowOutcome(
                                id, 2, 17, USERNAME_NOT_RECOGNISED, details, null, null, null)));

        assertThat(OUTCOMES.page(id, 0, 10))
                .containsExactly(
                        new RecordedOutcome(2, 17, USERNAME_NOT_RECOGNISED, details, null));
    }

    /** PostgreSQL refuses U+0000 in a text. */
    @Test
    void keepsAnAnswerWithACharacterThatCannotBeStored() {
        UUID id = anImport().submitted();
        Detail near = new Detail.UnknownUsername("a\0b", List.of());

        RECORDER.record(
                List.of(
                        new RowOutcome(
                                id,
                                1,
                                2,
                                USERNAME_NOT_RECOGNISED,
                                List.of(near),
                                new RowOutcome.LearnerNotice(
                                        "a@example.org", "A\0B", null, "Fire drill", Place.LEFT),
                                null,
                                null)));

        assertThat(OUTCOMES.page(id, 0, 10))
                .extracting(RecordedOutcome::details)
                .containsExactly(List.of(near));
        assertThat(MAILS.take(MAIL_HOLD))
                .hasValueSatisfying(mail -> assertThat(mail.recipientName()).isEqualTo("A\ufffdB"));
    }

    @Test
    void countsOutcomesByTheirCode() {
        UUID id = anImport().ofRows(4).submitted();

        RECORDER.record(List.of(unenrolled(id, 1), settled(id, 2, USERNAME_NOT_RECOGNISED)));
        RECORDER.record(List.of(unenrolled(id, 3)));

        Import found = find(id);
        assertThat(found.progress().outcomes())
                .isEqualTo(Map.of(UNENROLLED, 2, USERNAME_NOT_RECOGNISED, 1));
        assertThat(found.progress().received()).isEqualTo(3);
        assertThat(found.succeeded()).isEqualTo(2);
        assertThat(found.failed()).isEqualTo(1);
        assertThat(found.state()).isEqualTo(ImportState.PROCESSING);
    }

    @Test
    void countsRepeatsOnce() {
        UUID id = anImport().ofRows(3).submitted();
        List<RowOutcome> batch = List.of(unenrolled(id, 1), unenrolled(id, 2), unenrolled(id, 1));

        assertThat(RECORDER.record(batch)).isEmpty();
        assertThat(RECORDER.record(batch)).isEmpty();

        assertThat(find(id).progress().received()).isEqualTo(2);
        assertThat(find(id).progress().outcomes()).isEqualTo(Map.of(UNENROLLED, 2));
    }

    @Test
    void keepsTheFirstOutcomeOfARow() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(List.of(unenrolled(id, 1), settled(id, 1, NOT_ENROLLED)));
        RECORDER.record(List.of(settled(id, 1, NOT_ENROLLED)));

        assertThat(OUTCOMES.page(id, 0, 10))
                .extracting(RecordedOutcome::code)
                .containsExactly(UNENROLLED);
        assertThat(find(id).progress().outcomes()).isEqualTo(Map.of(UNENROLLED, 1));
    }

    @Test
    void findsAnImportCompleteWithItsLastRow() {
        UUID id = anImport().ofRows(2).submitted();
        UUID other = anImport().ofRows(2).submitted();

        assertThat(RECORDER.record(List.of(unenrolled(id, 2), unenrolled(other, 1)))).isEmpty();
        assertThat(RECORDER.record(List.of(unenrolled(id, 1)))).isEqualTo(Set.of(id));

        assertThat(find(id).state()).isEqualTo(ImportState.BUILDING_RESULTS);
        assertThat(find(other).state()).isEqualTo(ImportState.PROCESSING);
    }

    @Test
    void findsEveryImportThatABatchCompletes() {
        UUID one = anImport().submitted();
        UUID other = anImport().submitted();

        assertThat(RECORDER.record(List.of(unenrolled(one, 1), unenrolled(other, 1))))
                .isEqualTo(Set.of(one, other));
    }

    @Test
    void findsAnImportCompleteOnce() {
        UUID id = anImport().submitted();
        RECORDER.record(List.of(unenrolled(id, 1)));

        assertThat(RECORDER.record(List.of(unenrolled(id, 1)))).isEmpty();
    }

    @Test
    void recordsNothingOfAnUnknownImport() {
        assertThat(RECORDER.record(List.of(noticed(UUID.randomUUID(), 1)))).isEmpty();
        assertThat(RECORDER.record(List.of())).isEmpty();

        assertThat(rowsOf("row_outcome")).isZero();
        assertThat(rowsOf("mail")).isZero();
    }

    @Test
    void recordsNothingOfAnImportThatHasEnded() {
        UUID id = anImport().ofRows(3).submitted();
        RECORDER.record(List.of(unenrolled(id, 1)));
        RESULTS.fail(id, Damage.fileUnreadable());
        int mails = rowsOf("mail");

        assertThat(RECORDER.record(List.of(noticed(id, 2), noticed(id, 3)))).isEmpty();

        assertThat(find(id).progress().received()).isEqualTo(1);
        assertThat(find(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(rowsOf("mail")).isEqualTo(mails);
    }

    @Test
    void recordsNothingOfRowsThatTheFileDoesNotHave() {
        UUID id = anImport().ofRows(3).submitted();

        RECORDER.record(
                List.of(noticed(id, 0), noticed(id, -1), noticed(id, 4), unenrolled(id, 3)));

        assertThat(OUTCOMES.page(id, -10, 10)).extracting(RecordedOutcome::row).containsExactly(3);
        assertThat(find(id).progress().received()).isEqualTo(1);
        assertThat(rowsOf("mail")).isZero();
    }

    @Test
    void recordsTheRestOfABatchThatNamesAnUnknownImport() {
        UUID id = anImport().submitted();

        assertThat(RECORDER.record(List.of(unenrolled(UUID.randomUUID(), 1), unenrolled(id, 1))))
                .isEqualTo(Set.of(id));
    }
}
