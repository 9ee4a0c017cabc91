package org.unenrol.platform.report;

import java.util.List;

/**
 * Enrolment and results, counted by activity and by learner; those of the areas that the
 * administrator manages.
 */
public interface Tallies {

    /** Some activities, by title. */
    List<Tally> byActivity(String administrator, String text, int offset, int limit);

    /** Some learners who have a record, by name. */
    List<Tally> byLearner(String administrator, String text, int offset, int limit);
}
