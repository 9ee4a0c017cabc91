package org.unenrol.notifier.webhook;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.unenrol.ledger.webhook.QueuedWebhook;

/**
 * Posts deliveries, each over a connection of its own. Redirects are never followed, nothing of an
 * answer is read but its head, and no request takes longer than the deadline, however slowly its
 * answer trickles in. For any number of threads.
 */
final class WebhookClient implements AutoCloseable {

    private final CloseableHttpClient http;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor deadlines;

    WebhookClient(
            WebhookSettings settings, CheckedLookup lookup, SSLContext tls, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = client(settings, lookup, tls);
        this.deadlines =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "webhook-deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(
            WebhookSettings settings, CheckedLookup lookup, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings, lookup, tls))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setProtocolUpgradeEnabled(false)
                                .setResponseTimeout(timeout(settings.answerTimeout().toMillis()))
                                .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Unenrol")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(
            WebhookSettings settings, CheckedLookup lookup, SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(lookup)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(timeout(settings.connectTimeout().toMillis()))
                                .setSocketTimeout(timeout(settings.answerTimeout().toMillis()))
                                .build())
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .build();
    }

    private static Timeout timeout(long millis) {
        return Timeout.ofMilliseconds(millis);
    }

    /** Posts a delivery, signed with all the secrets of its address. */
    WebhookAnswer post(WebhookAddress address, QueuedWebhook delivery) {
        HttpPost request = request(address, delivery);
        ScheduledFuture<?> deadline =
                deadlines.schedule(
                        request::cancel, settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return WebhookAnswers.of(http.executeOpen(null, request, null), clock);
        } catch (IOException e) {
            return WebhookAnswers.failed(e, request.isCancelled());
        } finally {
            deadline.cancel(false);
            // Drops the connection; closing the answer would read it to its end.
            request.cancel();
        }
    }

    private HttpPost request(WebhookAddress address, QueuedWebhook delivery) {
        String id = delivery.eventId().toString();
        long timestamp = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(address.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", String.valueOf(timestamp));
        request.setHeader(
                "webhook-signature",
                WebhookSecret.signatures(address.secrets(), id, timestamp, delivery.body()));
        request.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
