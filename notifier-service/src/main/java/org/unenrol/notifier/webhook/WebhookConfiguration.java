package org.unenrol.notifier.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;

/** Wires the webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** Trusts what this Java trusts, {@code javax.net.ssl.trustStore} included. */
    @Bean
    WebhookClient webhookClient(WebhookSettings settings) throws NoSuchAlgorithmException {
        return new WebhookClient(
                settings,
                new CheckedLookup(InetAddress::getAllByName, settings.allowPrivateAddresses()),
                SSLContext.getDefault(),
                InstantSource.system());
    }

    @Bean
    WebhookLoops webhookLoops(
            WebhookSettings settings,
            @Value("${unenrol.mail.portal-url:http://localhost:8080}") URI portal,
            WebhookOffers offers,
            WebhookOutbox outbox,
            WebhookClient client) {
        var addresses = WebhookSettingsCheck.read(settings);
        return new WebhookLoops(
                addresses,
                new WebhookMessages(addresses, portal),
                offers,
                outbox,
                new WebhookDispatch(outbox, client, settings),
                client);
    }

    @Bean
    WebhookMetrics webhookMetrics(WebhookOutbox outbox) {
        return new WebhookMetrics(outbox);
    }

    @Bean
    WebhooksHealth webhooksHealthIndicator(WebhookSettings settings, WebhookOutbox outbox) {
        return new WebhooksHealth(WebhookSettingsCheck.read(settings), outbox);
    }
}
