package org.unenrol.ingest.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the dispatcher, {@code unenrol.dispatch.*}.
 *
 * @param workAhead how much work of all imports may be under way, in time at the measured rate
 * @param leastAhead the least rows that may be under way, as long as they are no more than 600 ms
 *     of work, or two calls to the platform where these take longer
 * @param turn the most rows that one import publishes in a round
 * @param imports the most imports that one instance dispatches at a time; those of a hundred rows
 *     or fewer come on top
 * @param hold after this time an import is given back when others wait
 * @param rowsValidFor how long after its publication a row may be applied; one that has waited
 *     longer is left alone and published anew. A minute or longer
 */
@ConfigurationProperties("unenrol.dispatch")
record DispatchSettings(
        @DefaultValue("300ms") Duration workAhead,
        @DefaultValue("5000") int leastAhead,
        @DefaultValue("2500") int turn,
        @DefaultValue("50") int imports,
        @DefaultValue("30s") Duration hold,
        @DefaultValue("1h") Duration rowsValidFor) {

    private static final Duration LEAST_VALIDITY = Duration.ofMinutes(1);

    DispatchSettings {
        if (rowsValidFor.compareTo(LEAST_VALIDITY) < 0) {
            throw new IllegalArgumentException(
                    "unenrol.dispatch.rows-valid-for is %s: set it to a minute or longer"
                            .formatted(rowsValidFor));
        }
    }
}
