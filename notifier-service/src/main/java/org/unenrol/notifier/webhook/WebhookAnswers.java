package org.unenrol.notifier.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookFailure.Kind;

/** Reads what has become of a request. */
final class WebhookAnswers {

    private static final int HUNDRED = 100;
    private static final Duration LONGEST = Duration.ofDays(1);

    private WebhookAnswers() {}

    static WebhookAnswer of(HttpResponse response, InstantSource clock) {
        int status = response.getCode();
        if (status / HUNDRED == HttpStatus.SC_OK / HUNDRED) {
            return new WebhookAnswer.Delivered(status);
        }
        Kind kind = status == HttpStatus.SC_GONE ? Kind.GONE : Kind.REFUSED;
        return new WebhookAnswer.Failed(
                new WebhookFailure(kind, status, retryAfter(response, clock.instant())));
    }

    static WebhookAnswer failed(IOException failure, boolean outOfTime) {
        return new WebhookAnswer.Failed(
                WebhookFailure.of(outOfTime ? Kind.TIME_OUT : kind(failure)));
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof ForbiddenPlaceException) {
            return Kind.FORBIDDEN_PLACE;
        }
        if (failure instanceof UnknownHostException) {
            return Kind.NO_SUCH_HOST;
        }
        if (failure instanceof ConnectTimeoutException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException) {
            return Kind.NOT_CONNECTED;
        }
        if (failure instanceof SSLException) {
            return Kind.NOT_SECURE;
        }
        return failure instanceof SocketTimeoutException ? Kind.TIME_OUT : Kind.NO_ANSWER;
    }

    /** In seconds or as a date (RFC 9110, 10.2.3); a day at most. */
    private static @Nullable Duration retryAfter(HttpResponse response, Instant now) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (value.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant date = DateUtils.parseStandardDate(value);
        return date == null ? null : bounded(Duration.between(now, date));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
