package org.unenrol.portal.impact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The size from which on a real run has to be confirmed by typing how many learners it is about.
 *
 * @param learners so many, or more, in the whole run; 1 or more
 * @param percent so much of an activity, or more; from 1 to 100
 * @param ofAtLeast the fewest learners of an activity of which a share counts; 1 or more
 */
@Validated
@ConfigurationProperties("unenrol.thresholds")
public record Thresholds(
        @DefaultValue("250") @Min(1) int learners,
        @DefaultValue("50") @Min(1) @Max(100) int percent,
        @DefaultValue("10") @Min(1) int ofAtLeast) {

    /** Tells whether a run is so large. */
    public boolean areReachedBy(Impact impact) {
        return impact.learners() >= learners
                || impact.activities().stream().anyMatch(this::areReachedBy);
    }

    /** Tells whether so many of an activity would leave. */
    public boolean areReachedBy(ActivityImpact activity) {
        Integer enrolled = activity.enrolled();
        return enrolled != null && enrolled >= ofAtLeast && activity.percent() >= percent;
    }
}
