package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.notifier.NotifierLedger;

class MailSettingsTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                    .withUserConfiguration(Settings.class, MailConfiguration.class)
                    .withBean(Imports.class, () -> NotifierLedger.IMPORTS)
                    .withBean(MailOutbox.class, () -> Outbox.MAILS)
                    // Nothing is sent: nobody listens there.
                    .withPropertyValues("spring.mail.host=localhost", "spring.mail.port=1");

    @EnableConfigurationProperties({MailSettings.class, RetentionSettings.class})
    static class Settings {}

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.host, https://mail.example.org",
        "spring.mail.host, mail.example.org:25",
        "spring.mail.host, mail example",
        "spring.mail.port, 0",
        "spring.mail.port, 70000",
        "spring.mail.protocol, imap",
        "spring.mail.username, somebody",
        "unenrol.mail.from, nonsense",
        "unenrol.mail.from, Unenrol <unenrol@example.org>",
        "unenrol.mail.from, użytkownik@example.org",
        "unenrol.mail.reply-to, help@",
        "unenrol.mail.portal-url, unenrol.example.org",
        "unenrol.mail.portal-url, ftp://unenrol.example.org",
        "unenrol.mail.portal-url, https://unenrol.example.org/?a=b",
        "unenrol.mail.portal-url, https:///imports",
        "unenrol.mail.senders, 0",
        "unenrol.mail.copies, 0",
        "unenrol.mail.learner-rate, 0",
        "unenrol.mail.learner-rate, 1000001",
        "unenrol.mail.longest-domain-pause, 0s",
        "unenrol.mail.longest-domain-pause, 2h",
        "unenrol.mail.language, fr"
    })
    void keepASettingFromStartingThatWouldFailEveryMail(String setting, String value) {
        service.withPropertyValues(setting + "=" + value)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOf(
                                                InvalidConfigurationPropertyValueException.class)
                                        .hasMessageContaining(setting)
                                        .hasMessageContaining("Set "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.host=::1",
                "spring.mail.host=mail_1.example.org",
                "spring.mail.protocol=smtps",
                "spring.mail.username=",
                "unenrol.mail.from=unenrol@bücher.example",
                "unenrol.mail.reply-to=help@example.org",
                "unenrol.mail.portal-url=HTTPS://unenrol.example.org:8443/portal/"
            })
    void takeWhatOperatorsWrite(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void comeWithMetricsOfWhatIsNotSent() {
        Outbox.learners("dead@example.org", "other@example.org");
        Outbox.MAILS.undeliverable(
                Outbox.MAILS.take(Duration.ofHours(1)).orElseThrow(), "no address");
        Outbox.letPass(Duration.ofMinutes(5));

        service.run(
                context -> {
                    MeterRegistry meters = new SimpleMeterRegistry();
                    context.getBean(MailMetrics.class).bindTo(meters);
                    assertThat(gauge(meters, "unenrol.mails.queued")).isEqualTo(1);
                    assertThat(gauge(meters, "unenrol.mails.oldest")).isBetween(300.0, 330.0);
                    assertThat(gauge(meters, "unenrol.mails.learners.queued")).isEqualTo(1);
                    assertThat(gauge(meters, "unenrol.mails.learners.left")).isEqualTo(0.1);
                    assertThat(gauge(meters, "unenrol.mails.domains.paused")).isZero();
                    assertThat(gauge(meters, "unenrol.mails.undeliverable")).isEqualTo(1);
                    assertThat(gauge(meters, "unenrol.mails.perhaps.sent")).isZero();
                    assertThat(meters.find("unenrol.mail.server.failures").gauge()).isNotNull();
                });
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }
}
