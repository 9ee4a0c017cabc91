package org.unenrol.guarantees.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a run, gathered from outside the product.
 *
 * @param requests of upstream systems
 * @param changes what the product has changed in the learning platform, as the triggers noted it
 * @param faults what was broken, and when
 * @param healed when the last fault was healed
 * @param deadLetters how many records were set aside
 * @param poison how many records we made unreadable
 * @param published how many rows were published, where that was counted
 * @param publishedAtMost how many would have done
 */
record Evidence(
        List<ImportEvidence> imports,
        List<RequestEvidence> requests,
        List<Change> changes,
        List<Fault> faults,
        Instant healed,
        int deadLetters,
        int poison,
        long published,
        long publishedAtMost) {

    /**
     * A change in the learning platform.
     *
     * @param id of the row that was changed, where it has one
     * @param learner whose enrolment was ended, where nothing says by which row
     * @param reference in what
     * @param place the learner and the activity of an enrolment, by the platform's ids
     */
    record Change(
            String table,
            Kind kind,
            long id,
            @Nullable Mark mark,
            @Nullable String learner,
            @Nullable String reference,
            @Nullable String place) {

        Change(String table, Kind kind, long id, @Nullable Mark mark) {
            this(table, kind, id, mark, null, null, null);
        }

        Change by(Mark row) {
            return new Change(table, kind, id, row, learner, reference, place);
        }

        Change of(String ofWhom) {
            return new Change(table, kind, id, mark, learner, reference, ofWhom);
        }

        /** The effect of the change. */
        enum Kind {
            /** An open period was ended. */
            ENDED,
            /** A period was begun. */
            BEGAN,
            /** A period that had ended was changed. */
            CHANGED_AFTER_ITS_END,
            /** Anything else. */
            OTHER
        }
    }

    /** The mark that a row leaves on the period that it ends or begins. */
    record Mark(String importId, int row) {}

    /** A fault that lasted for a while. */
    record Fault(String kind, Instant from, Instant to) {

        boolean overlaps(Instant begin, Instant end) {
            return !from.isAfter(end) && !to.isBefore(begin);
        }
    }
}
