package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.notifier.webhook.Webhooks.deliveries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.notifier.NotifierLedger;

class WebhookLoopsTests {

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
    }

    @Test
    void tellNoAddressLaterBecauseAnotherNeverAnswers() throws IOException {
        try (Receiver receiver = Receiver.open();
                ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                Webhooks webhooks = new Webhooks()) {
            webhooks.to("dead", "http://127.0.0.1:" + silent.getLocalPort() + "/")
                    .to("well", receiver.url());
            WebhookLoops loops = webhooks.loops();
            loops.start();
            try {
                for (int i = 0; i < 20; i++) {
                    webhooks.ended();
                }

                // One try takes a second at the silent one.
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(receiver.received()).hasSize(20));
            } finally {
                loops.stop();
            }
            assertThat(deliveries())
                    .filteredOn(one -> one.address().equals("dead"))
                    .extracting(one -> one.state())
                    .containsOnly(WebhookState.QUEUED);
        }
    }

    @Test
    void tellNothingOldToAnAddressThatIsConfiguredLater() throws IOException {
        try (Webhooks nobody = new Webhooks()) {
            nobody.ended();
            WebhookLoops loops = nobody.loops();
            loops.start();
            try {
                await().until(WebhookLoopsTests::nothingIsNew);
            } finally {
                loops.stop();
            }
        }
        try (Receiver receiver = Receiver.open();
                Webhooks later = new Webhooks().to("crm", receiver.url())) {
            later.offered().turn();

            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void giveUpWhatIsForAnAddressThatIsNotConfiguredAnyMore() throws IOException {
        try (Webhooks before = new Webhooks().to("former", "http://localhost:9/")) {
            before.ended();
            before.offered();
        }
        Webhooks.letPass(Duration.ofMinutes(16));
        try (Webhooks now = new Webhooks()) {
            WebhookLoops loops = now.loops();
            loops.start();
            try {
                await().until(() -> Webhooks.delivery().state() == WebhookState.GIVEN_UP);
            } finally {
                loops.stop();
            }
        }
        assertThat(Webhooks.delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NOT_CONFIGURED);
    }

    private static boolean nothingIsNew() {
        return NotifierLedger.JDBC
                        .sql("select count(*) from imports.webhook_event where offered_at is null")
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
