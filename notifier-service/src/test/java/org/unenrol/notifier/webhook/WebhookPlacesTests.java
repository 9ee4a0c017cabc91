package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.notifier.webhook.Webhooks.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.notifier.Certificate;
import org.unenrol.notifier.NotifierLedger;

/** The machines that deliveries go to, and those that they do not. */
class WebhookPlacesTests {

    private static final String HOST = "hooks.example.org";

    private static Certificate certificate;

    private final Webhooks webhooks = new Webhooks();
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void makeACertificate() throws Exception {
        certificate = Certificate.of(HOST);
    }

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @AfterEach
    void close() {
        webhooks.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", HOST})
    void areNotThisMachineHoweverItIsWritten(String host) throws IOException {
        try (Receiver receiver = Receiver.open()) {
            webhooks.by(
                            new CheckedLookup(
                                    name -> addresses(name.equals(HOST) ? "127.0.0.1" : name),
                                    false))
                    .to("crm", "http://" + host + ":" + receiver.port() + "/")
                    .ended();

            webhooks.offered().turn();

            assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.FORBIDDEN_PLACE);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]"})
    void areNotPlacesOfIpv6ThatTheInternetDoesNotReach(String host) {
        webhooks.by(new CheckedLookup(InetAddress::getAllByName, false))
                .to("crm", "https://" + host + ":9/")
                .ended();

        webhooks.offered().turn();

        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.FORBIDDEN_PLACE);
    }

    @Test
    void areNoneOfANameThatLeadsToThisMachineToo() throws IOException {
        try (Receiver receiver = Receiver.open()) {
            webhooks.by(new CheckedLookup(name -> addresses("127.0.0.1", "93.184.215.14"), false))
                    .to("crm", "http://" + HOST + ":" + receiver.port() + "/")
                    .ended();

            webhooks.offered().turn();

            assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.FORBIDDEN_PLACE);
            assertThat(receiver.received()).isEmpty();
        }
    }

    /**
     * As when whoever has the name gives another answer as soon as the first has been looked at.
     */
    @Test
    void areTheOnesThatHaveBeenLookedAt() throws IOException {
        try (Receiver first = Receiver.at(1, 0);
                Receiver second = Receiver.at(2, first.port())) {
            AtomicInteger answers = new AtomicInteger();
            webhooks.by(
                            new CheckedLookup(
                                    name -> addresses("127.0.0." + answers.incrementAndGet()),
                                    true))
                    .to("crm", "http://" + HOST + ":" + first.port() + "/")
                    .ended();

            webhooks.offered().turn();

            assertThat(answers).hasValue(1);
            assertThat(first.received()).hasSize(1);
            assertThat(second.received()).isEmpty();
        }
    }

    @Test
    void showACertificateOfTheNameThatIsConfigured() throws IOException {
        try (Receiver receiver = Receiver.secure(certificate)) {
            secure(HOST, receiver);

            webhooks.offered().turn();

            assertThat(delivery().state()).isEqualTo(WebhookState.DELIVERED);
            assertThat(receiver.received().get(0).headers().getFirst("host"))
                    .isEqualTo(HOST + ":" + receiver.port());
            assertThat(asked).containsExactly(HOST);
        }
    }

    @Test
    void areNotThoseThatShowACertificateOfAnotherName() throws IOException {
        try (Receiver receiver = Receiver.secure(certificate)) {
            secure("other.example.org", receiver);

            webhooks.offered().turn();

            assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NOT_SECURE);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void areNotThoseWhoseCertificateNobodyHasSigned() throws IOException {
        try (Receiver receiver = Receiver.secure(certificate)) {
            webhooks.by(new CheckedLookup(name -> addresses("127.0.0.1"), true))
                    .to("crm", "https://" + HOST + ":" + receiver.port() + "/")
                    .ended();

            webhooks.offered().turn();

            assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NOT_SECURE);
        }
    }

    @Test
    void areNoneWhereTheNameLeadsNowhere() {
        webhooks.by(
                        new CheckedLookup(
                                name -> {
                                    throw new UnknownHostException(name);
                                },
                                false))
                .to("crm", "https://" + HOST + "/")
                .ended();

        webhooks.offered().turn();

        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NO_SUCH_HOST);
    }

    private void secure(String host, Receiver receiver) {
        webhooks.trusting(certificate.client())
                .by(
                        new CheckedLookup(
                                name -> {
                                    asked.add(name);
                                    return addresses("127.0.0.1");
                                },
                                true))
                .to("crm", "https://" + host + ":" + receiver.port() + "/")
                .ended();
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getAllByName(texts[i])[0];
        }
        return addresses;
    }
}
