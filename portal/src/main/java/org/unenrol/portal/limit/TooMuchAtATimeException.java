package org.unenrol.portal.limit;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown where an account has as much under way as it may have (RFC 6585, status 429). */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
public final class TooMuchAtATimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Limit limit;
    private final int most;

    TooMuchAtATimeException(Limit limit, int most) {
        super(limit + " at a time: " + most);
        this.limit = limit;
        this.most = most;
    }

    /** The limit that has been reached. */
    public Limit limit() {
        return limit;
    }

    /** The most that there can be at a time. */
    public int most() {
        return most;
    }

    /** After how long it is worth while to ask again, as in {@code Retry-After}. */
    public Duration pause() {
        return limit.pause();
    }
}
