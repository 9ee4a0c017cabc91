package org.unenrol.platform.report;

import java.util.List;
import java.util.function.Consumer;

/**
 * Learners and activities, pair by pair, with enrolment and result; those of the areas that the
 * administrator manages.
 */
public interface LearningRecords {

    /** Some of the records, ordered by learner and title. */
    List<LearningRecord> some(String administrator, RecordFilter filter, int offset, int limit);

    /** All of them, in the same order; memory does not grow with their number. */
    void forEach(String administrator, RecordFilter filter, Consumer<LearningRecord> action);
}
