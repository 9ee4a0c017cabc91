package org.unenrol.platform.report;

import java.util.List;
import java.util.function.Consumer;
import org.unenrol.model.ManagedAreas;

/**
 * Learners and activities, pair by pair, with enrolment and result; those of the areas that are
 * given.
 */
public interface LearningRecords {

    /** Some of the records, ordered by learner and title. */
    List<LearningRecord> some(ManagedAreas areas, RecordFilter filter, int offset, int limit);

    /** All of them, in the same order; memory does not grow with their number. */
    void forEach(ManagedAreas areas, RecordFilter filter, Consumer<LearningRecord> action);
}
