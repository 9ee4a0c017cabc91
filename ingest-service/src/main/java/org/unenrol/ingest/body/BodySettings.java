package org.unenrol.ingest.body;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the bodies that are waited for before anybody has signed in.
 *
 * @param grace so long a body may take, however slow; then it has to have come at the slowest rate
 *     on average
 * @param slowest bytes a second
 * @param largestForm the most bytes of a body that is no file
 * @param atATime the most bodies of one client (of IPv6: of one network of 64 bits) that are waited
 *     for at a time
 */
@Validated
@ConfigurationProperties("unenrol.http.bodies")
record BodySettings(
        @DefaultValue("10s") Duration grace,
        @DefaultValue("16KB") DataSize slowest,
        @DefaultValue("64KB") DataSize largestForm,
        @DefaultValue("32") @Min(1) int atATime) {

    BodySettings {
        if (grace.isNegative() || largestForm.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "unenrol.http.bodies: grace is 0s or more, largest-form less than 2GB");
        }
    }
}
