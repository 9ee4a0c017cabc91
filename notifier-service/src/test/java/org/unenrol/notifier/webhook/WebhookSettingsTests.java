package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.notifier.NotifierLedger;

class WebhookSettingsTests {

    private static final String CRM = "unenrol.webhooks.addresses.crm";

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(Settings.class, WebhookConfiguration.class)
                    .withBean(WebhookOffers.class, () -> Webhooks.OFFERS)
                    .withBean(WebhookOutbox.class, () -> Webhooks.OUTBOX);

    @EnableConfigurationProperties(WebhookSettings.class)
    static class Settings {}

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @ParameterizedTest
    @CsvSource({
        ".url, ''",
        ".url, hooks.example.org",
        ".url, https://",
        ".url, https:///hook",
        ".url, https://hooks example.org/",
        ".url, ftp://hooks.example.org/",
        ".url, file:///etc/passwd",
        ".url, https://user:password@hooks.example.org/",
        ".url, https://hooks.example.org/#part",
        ".url, https://hooks.example.org:70000/",
        ".url, http://hooks.example.org/",
        ".url, https://10.0.0.1/",
        ".url, https://127.1/",
        ".url, https://[::1]/",
        ".url, https://[fd00::1]/",
        ".url, https://[::ffff:8.8.8.8]/",
        ".secrets[0], MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        ".secrets[0], whsec_c2hvcnQ=",
        ".secrets[0], whsec_%%%",
        ".secrets[1], whsec_c2hvcnQ=",
        ".events, import.complete"
    })
    void keepASettingFromStartingWithWhichNobodyCouldBeTold(String setting, String value) {
        service.withPropertyValues(
                        CRM + ".url=https://hooks.example.org/unenrol",
                        CRM + ".secrets[0]=" + Webhooks.SECRET,
                        CRM + setting + "=" + value)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOf(
                                                InvalidConfigurationPropertyValueException.class)
                                        .hasMessageContaining(CRM + setting)
                                        .hasMessageContaining("Set "));
    }

    @Test
    void askForASecret() {
        service.withPropertyValues(CRM + ".url=https://hooks.example.org/")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining(CRM + ".secrets[0]"));
    }

    @Test
    void repeatNoSecretThatIsWrong() {
        service.withPropertyValues(
                        CRM + ".url=https://hooks.example.org/",
                        CRM + ".secrets[0]=MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageNotContaining("MfKQ9r8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".url=HTTPS://hooks.example.org:8443/a?b=c",
                ".events=import.completed,request.refused",
                ".sources=hr,records",
                ".secrets[1]=" + Webhooks.SECRET
            })
    void takeWhatOperatorsWrite(String setting) {
        service.withPropertyValues(
                        CRM + ".url=https://hooks.example.org/",
                        CRM + ".secrets[0]=" + Webhooks.SECRET,
                        CRM + setting)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void takeWhatIsAllowed() {
        service.withPropertyValues(
                        CRM + ".url=http://10.0.0.1/",
                        CRM + ".secrets[0]=" + Webhooks.SECRET,
                        "unenrol.webhooks.allow-http=true",
                        "unenrol.webhooks.allow-private-addresses=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void comeWithMetricsAndHealthOfWhatHasNotArrived() {
        try (Webhooks webhooks = new Webhooks().to("crm", "https://hooks.example.org/")) {
            webhooks.ended();
            webhooks.offered();
        }
        // Taken, so that nobody sends it meanwhile.
        Webhooks.OUTBOX.take("crm", Duration.ofHours(1), Duration.ofHours(3));
        NotifierLedger.SERVER.letPass(
                Duration.ofMinutes(5), "imports.webhook_delivery", "queued_at");

        service.withPropertyValues(
                        CRM + ".url=https://hooks.example.org/",
                        CRM + ".secrets[0]=" + Webhooks.SECRET)
                .run(
                        context -> {
                            MeterRegistry meters = new SimpleMeterRegistry();
                            context.getBean(WebhookMetrics.class).bindTo(meters);
                            assertThat(gauge(meters, "unenrol.webhooks.queued")).isEqualTo(1);
                            assertThat(gauge(meters, "unenrol.webhooks.oldest"))
                                    .isBetween(300.0, 330.0);
                            assertThat(gauge(meters, "unenrol.webhooks.given.up")).isZero();
                            Health health = context.getBean(WebhooksHealth.class).health();
                            assertThat(health.getStatus()).isEqualTo(Status.UP);
                            assertThat(health.getDetails().get("crm").toString())
                                    .contains("queued=1", "givenUp=0");
                            assertThat((Map<?, ?>) health.getDetails().get("crm")).hasSize(3);
                        });
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }
}
