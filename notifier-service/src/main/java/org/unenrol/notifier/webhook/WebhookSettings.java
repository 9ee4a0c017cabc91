package org.unenrol.notifier.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.unenrol.ledger.webhook.WebhookRetries;

/**
 * Settings of the webhooks, {@code unenrol.webhooks.*}.
 *
 * @param addresses who is told, each by a name of its own
 * @param allowHttp lets addresses begin with {@code http}
 * @param allowPrivateAddresses lets addresses lead to machines that the internet does not reach
 * @param connectTimeout the longest time until a connection is there
 * @param answerTimeout the longest time that an address may take for its whole answer after that
 * @param firstPause between the first two tries; each further one is three times as long
 * @param longestPause the longest time between two tries
 * @param givenUpAfter after so long a delivery is tried for the last time
 */
@ConfigurationProperties("unenrol.webhooks")
record WebhookSettings(
        @DefaultValue Map<String, Address> addresses,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration answerTimeout,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("3h") Duration longestPause,
        @DefaultValue("1d") Duration givenUpAfter) {

    /**
     * For finding the host's name, which has no time-out of its own, and for what else takes time.
     */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** The longest time for a request, from its connecting to the end of its answer. */
    Duration deadline() {
        return connectTimeout.plus(answerTimeout);
    }

    /** Longer than a try takes. */
    Duration hold() {
        return deadline().plus(SLACK);
    }

    /** The longest time for which any delivery is put off. */
    Duration longestHold() {
        return hold().compareTo(longestPause) > 0 ? hold() : longestPause;
    }

    WebhookRetries retries() {
        return new WebhookRetries(firstPause, longestPause, givenUpAfter);
    }

    /**
     * Somebody who is told.
     *
     * @param url where requests go
     * @param secrets by which they are signed, {@code whsec_} and base64; several while they change
     * @param sources only what these upstream systems and folders have sent; empty for everything
     * @param events only these types, such as {@code import.completed}; empty for all
     */
    record Address(
            @Nullable String url,
            @DefaultValue List<String> secrets,
            @DefaultValue Set<String> sources,
            @DefaultValue Set<String> events) {}
}
