package org.unenrol.ledger.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A try that has failed.
 *
 * @param status the HTTP status of the answer; null where there was none
 * @param retryAfter for how long the address wants to be left alone; null where it does not tell
 */
public record WebhookFailure(Kind kind, @Nullable Integer status, @Nullable Duration retryAfter) {

    /** A failure without an answer. */
    public static WebhookFailure of(Kind kind) {
        return new WebhookFailure(kind, null, null);
    }

    /** The cause of a failure. The names are stored. */
    public enum Kind {
        /** The answer has another status than 2xx. */
        REFUSED,
        /** The answer is {@code 410 Gone}: the address wants nothing any more. */
        GONE,
        /** The host's name leads nowhere. */
        NO_SUCH_HOST,
        /** The host's name leads to a place that nothing may be sent to. */
        FORBIDDEN_PLACE,
        NOT_CONNECTED,
        /** TLS has failed, such as for a certificate that is not valid. */
        NOT_SECURE,
        TIME_OUT,
        /** The connection has ended before the answer. */
        NO_ANSWER,
        /** The address is in no setting any more. */
        NOT_CONFIGURED
    }
}
