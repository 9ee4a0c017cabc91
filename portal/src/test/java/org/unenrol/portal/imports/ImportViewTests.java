package org.unenrol.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Deleted;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportFile;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Progress;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.portal.Wordings;

class ImportViewTests {

    @Test
    void isGoodAndApplicableWhereEveryRowIsReady() {
        ImportView view = verified(Map.of(OutcomeCode.READY, 2, OutcomeCode.NOT_ENROLLED, 1));

        assertThat(view.status()).isEqualTo("Verified");
        assertThat(view.tone()).isEqualTo("good");
        assertThat(view.isApplicable()).isTrue();
    }

    @Test
    void saysWhereSomeRowsNeedFixing() {
        ImportView view = verified(Map.of(OutcomeCode.READY, 1, OutcomeCode.INVALID_ROW, 2));

        assertThat(view.status()).isEqualTo("Verified, some rows need fixing");
        assertThat(view.tone()).isEqualTo("real");
        assertThat(view.isApplicable()).isTrue();
    }

    @Test
    void isBadAndNotApplicableWhereEveryRowNeedsFixing() {
        ImportView view = verified(Map.of(OutcomeCode.USERNAME_NOT_RECOGNISED, 300_000));

        assertThat(view.status()).isEqualTo("Verified, every row needs fixing");
        assertThat(view.tone()).isEqualTo("bad");
        assertThat(view.isApplicable()).isFalse();
    }

    @Test
    void isNotApplicableWhereNobodyWouldBeUnenrolled() {
        assertThat(verified(Map.of(OutcomeCode.NOT_ENROLLED, 1)).isApplicable()).isFalse();
    }

    @Test
    void doesNotAskToFixWhatTheSystemHasFailed() {
        ImportView view = verified(Map.of(OutcomeCode.SYSTEM_ERROR, 2, OutcomeCode.DUPLICATE, 1));

        assertThat(view.summary())
                .isEqualTo("3 rows: 2 failed for a cause outside the file, 1 needs fixing");
    }

    @Test
    void countsAsDoneWhatHadItsTurnBeforeACancel() {
        Map<OutcomeCode, Integer> outcomes =
                Map.of(OutcomeCode.UNENROLLED, 3, OutcomeCode.NOT_PROCESSED, 7);

        assertThat(view(Mode.APPLY, ImportState.CANCELLED, outcomes).done()).isEqualTo(3);
    }

    private static ImportView verified(Map<OutcomeCode, Integer> outcomes) {
        return view(Mode.VERIFY_ONLY, ImportState.COMPLETED, outcomes);
    }

    private static ImportView view(
            Mode mode, ImportState state, Map<OutcomeCode, Integer> outcomes) {
        int rows = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        Import known =
                new Import(
                        UUID.randomUUID(),
                        1,
                        mode,
                        new ImportFile(
                                "leavers.csv",
                                "0".repeat(64),
                                new Reading("UTF-8", ',', 1),
                                UUID.randomUUID()),
                        rows,
                        new Submitter("global.admin", "Ada", "ada@example.org", "en"),
                        Instant.EPOCH,
                        null,
                        null,
                        LearnerEmails.AS_ROWS_SAY,
                        null,
                        new Progress(
                                state,
                                rows,
                                outcomes,
                                0,
                                null,
                                Instant.EPOCH,
                                UUID.randomUUID(),
                                null,
                                Deleted.NOTHING));
        return new ImportView(known, Wordings.in(ZoneId.of("Europe/London")), Instant.EPOCH);
    }
}
