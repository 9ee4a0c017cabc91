package org.unenrol.portal.limit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The most that an account can have under way at a time; each is 1 or more.
 *
 * @param imports that have not ended, other than those of upstream systems and drop folders
 * @param uploads per instance
 * @param downloads per instance
 */
@Validated
@ConfigurationProperties("unenrol.limits")
record LimitSettings(
        @DefaultValue("500") @Min(1) int imports,
        @DefaultValue("10") @Min(1) int uploads,
        @DefaultValue("5") @Min(1) int downloads) {

    int most(Limit limit) {
        return switch (limit) {
            case IMPORTS -> imports;
            case UPLOADS -> uploads;
            case DOWNLOADS -> downloads;
        };
    }
}
