package org.unenrol.platform.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.platform.Activity;

/**
 * One learner and one activity.
 *
 * @param enrolledAt when the latest enrolment began; null where there was none
 * @param endedAt when it ended; null while it lasts
 * @param endedByImport the import that ended it; null where something else did
 * @param result null where nothing is recorded
 * @param resultAt when that was
 */
public record LearningRecord(
        long learnerId,
        String username,
        String learner,
        long activityId,
        Activity.Kind kind,
        String title,
        @Nullable String externalReference,
        EnrolmentState state,
        @Nullable Instant enrolledAt,
        @Nullable Instant endedAt,
        @Nullable UUID endedByImport,
        @Nullable Result result,
        @Nullable Instant resultAt) {}
