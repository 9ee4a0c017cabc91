package org.unenrol.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Meaning;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.RowOutcome.LearnerNotice;
import org.unenrol.model.RowOutcome.Place;

/** Outcomes as workers send them. */
public final class OutcomeFixture {

    private OutcomeFixture() {}

    public static RowOutcome settled(UUID importId, int row, OutcomeCode code) {
        return RowOutcome.of(new RowId(importId, row), row + 1L, code);
    }

    public static RowOutcome unenrolled(UUID importId, int row) {
        return settled(importId, row, OutcomeCode.UNENROLLED);
    }

    /** With an email to the learner. */
    public static RowOutcome noticed(UUID importId, int row) {
        return noticed(importId, row, Place.LEFT);
    }

    /** With an email to the learner, who has left the activity or not. */
    public static RowOutcome noticed(UUID importId, int row, Place place) {
        return new RowOutcome(
                importId,
                row,
                row + 1L,
                OutcomeCode.UNENROLLED,
                List.of(),
                new LearnerNotice(
                        "learner" + row + "@example.com",
                        "Learner " + row,
                        "de",
                        "Fire drill",
                        place),
                null,
                null);
    }

    /** Of a verification. */
    public static RowOutcome verified(UUID importId, int row, Meaning meaning) {
        return new RowOutcome(
                importId, row, row + 1L, OutcomeCode.READY, List.of(), null, meaning, null);
    }

    /** With what people read of the row. */
    public static RowOutcome shown(
            UUID importId,
            int row,
            OutcomeCode code,
            @Nullable String activityId,
            @Nullable RowContent content) {
        return new RowOutcome(
                importId,
                row,
                row + 1L,
                code,
                List.of(),
                null,
                new Meaning(activityId == null ? null : "u" + row, activityId),
                content);
    }
}
