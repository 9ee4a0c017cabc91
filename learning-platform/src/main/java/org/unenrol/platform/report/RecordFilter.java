package org.unenrol.platform.report;

import org.jspecify.annotations.Nullable;

/**
 * The choice of records.
 *
 * @param activityId null for all activities
 * @param learnerId null for all learners
 * @param state null for all
 * @param text part of the learner's name or username, or of the activity's title where all
 *     activities are wanted; blank for all
 */
public record RecordFilter(
        @Nullable Long activityId,
        @Nullable Long learnerId,
        @Nullable EnrolmentState state,
        String text) {

    public static RecordFilter ofActivity(long id, @Nullable EnrolmentState state, String text) {
        return new RecordFilter(id, null, state, text);
    }
}
