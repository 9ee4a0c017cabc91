package org.unenrol.portal.impact;

import java.util.List;

/**
 * The effect that applying a verification would have.
 *
 * @param activities those that somebody would leave or be mailed of, most leavers first
 * @param learners different people who would be unenrolled
 * @param emails to learners, of all kinds
 * @param otherEmails those of them to learners who are not enrolled
 * @param mailedBefore those of them to learners whom the same file has had mailed before
 * @param outOfReach rows that were ready, of activities that whoever asks does not manage
 * @param uncounted rows that whoever verified was not permitted and whoever asks is: nobody knows
 *     what they would come to
 */
public record Impact(
        List<ActivityImpact> activities,
        int learners,
        int emails,
        int otherEmails,
        int mailedBefore,
        int outOfReach,
        int uncounted) {

    /** The effect of what cannot be applied. */
    public static final Impact NOTHING = new Impact(List.of(), 0, 0, 0, 0, 0, 0);

    public Impact {
        activities = List.copyOf(activities);
    }

    /** Tells whether nothing would happen to anybody, for certain. */
    public boolean isNothing() {
        return learners == 0 && emails == 0 && uncounted == 0;
    }

    /** Tells whether all that would happen is known. */
    public boolean isComplete() {
        return uncounted == 0;
    }

    /** The number of activities that somebody would leave. */
    public int left() {
        return (int) activities.stream().filter(one -> one.leaving() > 0).count();
    }

    /** Enrolments that would end; a learner may leave several activities. */
    public int endings() {
        return activities.stream().mapToInt(ActivityImpact::leaving).sum();
    }

    /** The activities in which nobody would be left. */
    public List<ActivityImpact> emptied() {
        return activities.stream().filter(ActivityImpact::isEverybody).toList();
    }
}
