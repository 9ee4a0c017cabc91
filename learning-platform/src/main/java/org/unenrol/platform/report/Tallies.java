package org.unenrol.platform.report;

import java.util.List;
import org.unenrol.model.ManagedAreas;

/** Enrolment and results, counted by activity and by learner; those of the areas that are given. */
public interface Tallies {

    /** Some activities, by title. */
    List<Tally> byActivity(ManagedAreas areas, String text, int offset, int limit);

    /** Some learners who have a record, by name. */
    List<Tally> byLearner(ManagedAreas areas, String text, int offset, int limit);
}
