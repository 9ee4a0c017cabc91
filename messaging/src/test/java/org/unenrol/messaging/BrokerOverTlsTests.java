package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.test.tls.MadeCertificate;

/**
 * A broker with a certificate that only the operator trusts, and with passwords, as the settings
 * tell of it: those of {@code docs/security.md}.
 */
@Timeout(60)
class BrokerOverTlsTests {

    private static final String TOPIC = "unenrolment.rows";
    private static final String PLAIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String SCRAM =
            "org.apache.kafka.common.security.scram.ScramLoginModule required";

    @TempDir static Path folder;
    @TempDir static Path certificates;
    @TempDir static Path otherCertificates;
    private static LocalKafka broker;
    private static MadeCertificate certificate;
    private static MadeCertificate other;

    @BeforeAll
    static void start() throws Exception {
        certificate = MadeCertificate.of(certificates, "dns:localhost,ip:127.0.0.1");
        other = MadeCertificate.of(otherCertificates, "dns:localhost,ip:127.0.0.1");
        broker = LocalKafka.start(folder, 0, settings());
        service(certificate, "PLAIN", PLAIN + " username=\"admin\" password=\"first\";")
                .run(
                        started -> {
                            try (Admin admin = admin(started.getBean(KafkaAdmin.class))) {
                                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                                        .all()
                                        .get();
                                admin.alterUserScramCredentials(
                                                List.of(
                                                        new UserScramCredentialUpsertion(
                                                                "unenrol-worker",
                                                                new ScramCredentialInfo(
                                                                        ScramMechanism
                                                                                .SCRAM_SHA_512,
                                                                        4_096),
                                                                "secret")))
                                        .all()
                                        .get();
                            }
                        });
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry(
                        "listener.security.protocol.map",
                        "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry(
                        "listener.name.plaintext.plain.sasl.jaas.config",
                        PLAIN + " username=\"admin\" password=\"first\" user_admin=\"first\";"),
                Map.entry("listener.name.plaintext.scram-sha-512.sasl.jaas.config", SCRAM + ";"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", certificate.keyStore().toString()),
                Map.entry("ssl.keystore.password", MadeCertificate.PASSWORD),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate.certificate().toString()));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void takesRecordsAndGivesThem() {
        worker(certificate, "secret")
                .run(
                        started -> {
                            @SuppressWarnings("unchecked")
                            KafkaTemplate<String, String> template =
                                    started.getBean(KafkaTemplate.class);
                            template.send(TOPIC, "key", "over TLS").get();
                            @SuppressWarnings("unchecked")
                            ConsumerFactory<String, String> consumers =
                                    started.getBean(ConsumerFactory.class);
                            try (Consumer<String, String> consumer =
                                    consumers.createConsumer("unenrol-worker", "test")) {
                                TopicPartition partition = new TopicPartition(TOPIC, 0);
                                consumer.assign(List.of(partition));
                                consumer.seekToBeginning(List.of(partition));
                                ConsumerRecords<String, String> read =
                                        consumer.poll(Duration.ofSeconds(20));
                                assertThat(read)
                                        .singleElement()
                                        .satisfies(
                                                one ->
                                                        assertThat(one.value())
                                                                .isEqualTo("over TLS"));
                            }
                        });
    }

    @Test
    void isRefusedWithACertificateOfAnother() {
        worker(other, "secret")
                .run(
                        started ->
                                assertThatExceptionOfType(ExecutionException.class)
                                        .isThrownBy(() -> names(started.getBean(KafkaAdmin.class)))
                                        .withCauseInstanceOf(SslAuthenticationException.class));
    }

    @Test
    void refusesAnotherPassword() {
        worker(certificate, "guess")
                .run(
                        started ->
                                assertThatExceptionOfType(ExecutionException.class)
                                        .isThrownBy(() -> names(started.getBean(KafkaAdmin.class)))
                                        .withCauseInstanceOf(SaslAuthenticationException.class));
    }

    private static Iterable<String> names(KafkaAdmin settings)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin(settings)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }

    private static ApplicationContextRunner worker(MadeCertificate trusted, String password) {
        return service(
                trusted,
                "SCRAM-SHA-512",
                SCRAM + " username=\"unenrol-worker\" password=\"" + password + "\";");
    }

    private static ApplicationContextRunner service(
            MadeCertificate trusted, String mechanism, String login) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                SslAutoConfiguration.class, KafkaAutoConfiguration.class))
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "spring.kafka.properties.security.protocol=SASL_SSL",
                        "spring.kafka.properties.sasl.mechanism=" + mechanism,
                        "spring.kafka.properties.sasl.jaas.config=" + login,
                        "spring.kafka.ssl.bundle=kafka",
                        "spring.ssl.bundle.pem.kafka.truststore.certificate=file:"
                                + trusted.certificate());
    }
}
