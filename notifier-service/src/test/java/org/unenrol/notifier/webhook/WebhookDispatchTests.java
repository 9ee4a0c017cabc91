package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unenrol.notifier.webhook.Webhooks.delivery;
import static org.unenrol.notifier.webhook.Webhooks.letPass;
import static org.unenrol.notifier.webhook.Webhooks.states;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.webhook.QueuedWebhook;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.notifier.webhook.Receiver.Received;

/** What addresses are told, what they answer, and what becomes of it. */
class WebhookDispatchTests {

    private static final String OTHER_SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private final Webhooks webhooks = new Webhooks();
    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        NotifierLedger.clear();
        receiver = Receiver.open();
    }

    @AfterEach
    void close() {
        webhooks.close();
        receiver.close();
    }

    @Test
    void postsWhatHasHappenedSignedAsTheSecretSays() {
        UUID id = one();

        webhooks.turn();

        Received request = receiver.received().get(0);
        assertThat(request.path()).isEqualTo("/hook?a=b");
        assertThat(request.headers().getFirst("content-type")).startsWith("application/json");
        assertThat(request.body()).contains("import.completed", id.toString());
        assertThat(request.timestamp()).isCloseTo(Instant.now().getEpochSecond(), within(10L));
        assertThat(request.signature()).isEqualTo(signature(request, Webhooks.SECRET));
        assertThat(states()).containsExactly(WebhookState.DELIVERED);
        assertThat(delivery().lastStatus()).isEqualTo(204);
    }

    @Test
    void signsWithBothSecretsWhileTheyChange() {
        webhooks.to("crm", receiver.url(), OTHER_SECRET, Webhooks.SECRET).ended();

        webhooks.offered().turn();

        Received request = receiver.received().get(0);
        assertThat(request.signature().split(" "))
                .containsExactly(
                        signature(request, OTHER_SECRET), signature(request, Webhooks.SECRET));
    }

    @Test
    void sendsTheSameMessageAgainUntilItIsTaken() {
        one();
        receiver.answering(500);
        webhooks.turn().turn();
        assertThat(receiver.received()).hasSize(1);
        letPass(Duration.ofSeconds(5));
        webhooks.turn();
        letPass(Duration.ofSeconds(15));
        receiver.answering(200);

        webhooks.turn();

        assertThat(receiver.received())
                .extracting(Received::id)
                .hasSize(3)
                .containsOnly(receiver.received().get(0).id());
        assertThat(receiver.received())
                .extracting(Received::body)
                .containsOnly(receiver.received().get(0).body());
        assertThat(states()).containsExactly(WebhookState.DELIVERED);
    }

    @Test
    void givesUpAfterADay() {
        one();
        receiver.answering(503);
        webhooks.turn();
        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.REFUSED);
        assertThat(delivery().lastStatus()).isEqualTo(503);
        letPass(Duration.ofDays(1));

        webhooks.turn();

        assertThat(states()).containsExactly(WebhookState.GIVEN_UP);
    }

    @Test
    void givesUpAtOnceWhereTheAddressIsGone() {
        one();
        receiver.answering(410);

        webhooks.turn();

        assertThat(states()).containsExactly(WebhookState.GIVEN_UP);
        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.GONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws IOException {
        try (Receiver elsewhere = Receiver.open()) {
            one();
            receiver.answering(status, Map.of("Location", elsewhere.url()));

            webhooks.turn();

            assertThat(elsewhere.received()).isEmpty();
            assertThat(states()).containsExactly(WebhookState.QUEUED);
            assertThat(delivery().lastStatus()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void waitsForAsLongAsTheAddressAsks(String retryAfter) {
        one();
        receiver.answering(429, Map.of("Retry-After", retryAfter));
        webhooks.turn();
        letPass(Duration.ofSeconds(590));
        webhooks.turn();
        assertThat(receiver.received()).hasSize(1);

        letPass(Webhooks.SETTINGS.longestPause());
        webhooks.turn();

        assertThat(receiver.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "99999999999999999999", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void waitsNoLongerWhereTheAddressAsksForNothingSensible(String retryAfter) {
        one();
        receiver.answering(503, Map.of("Retry-After", retryAfter));
        webhooks.turn();
        letPass(Duration.ofSeconds(5));

        webhooks.turn();

        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void waitsForNoAnswerLongerThanTheDeadline() {
        one();
        receiver.answering(exchange -> hang());

        assertThat(CompletableFuture.runAsync(webhooks::turn))
                .succeedsWithin(Duration.ofSeconds(10));

        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.TIME_OUT);
        assertThat(states()).containsExactly(WebhookState.QUEUED);
    }

    /** Each byte comes in time; all of them do not. */
    @Test
    void waitsForNoAnswerThatTricklesInLongerThanTheDeadline() throws IOException {
        try (SlowServer slow = SlowServer.open()) {
            webhooks.to("crm", slow.url()).ended();
            webhooks.offered();

            assertThat(CompletableFuture.runAsync(webhooks::turn))
                    .succeedsWithin(Duration.ofSeconds(10));

            assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.TIME_OUT);
        }
    }

    @Test
    void readsNoAnswerToItsEnd() {
        one();
        receiver.answering(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(new byte[65_536]);
                    }
                });

        webhooks.turn();

        assertThat(states()).containsExactly(WebhookState.DELIVERED);
    }

    @Test
    void takesAnEndWithoutAnAnswerForAFailure() {
        one();
        receiver.answering(exchange -> exchange.close());
        webhooks.turn();
        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NO_ANSWER);

        receiver.close();
        letPass(Duration.ofSeconds(5));
        webhooks.turn();

        assertThat(delivery().lastFailure()).isEqualTo(WebhookFailure.Kind.NOT_CONNECTED);
    }

    @Test
    void sendsTheSameMessageAgainWhereItsSenderHasDiedBeforeTheMark() {
        one();
        QueuedWebhook taken =
                Webhooks.OUTBOX
                        .take("crm", Webhooks.SETTINGS.hold(), Duration.ofHours(3))
                        .orElseThrow();
        webhooks.client().post(webhooks.address(), taken);
        webhooks.turn();
        assertThat(receiver.received()).hasSize(1);

        letPass(Webhooks.SETTINGS.hold());
        webhooks.turn();

        List<Received> both = receiver.received();
        assertThat(both).hasSize(2);
        assertThat(both.get(1).id()).isEqualTo(both.get(0).id());
        assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
        assertThat(states()).containsExactly(WebhookState.DELIVERED);
    }

    @Test
    void sendsOnceHoweverManySendersThereAre() {
        webhooks.to("crm", receiver.url());
        for (int i = 0; i < 5; i++) {
            webhooks.ended();
        }
        CompletableFuture<?>[] senders = new CompletableFuture<?>[4];
        webhooks.client();
        for (int i = 0; i < senders.length; i++) {
            senders[i] =
                    CompletableFuture.runAsync(
                            () -> {
                                for (int turn = 0; turn < 5; turn++) {
                                    webhooks.offered().turn();
                                }
                            });
        }

        CompletableFuture.allOf(senders).join();

        assertThat(receiver.received()).extracting(Received::id).hasSize(5).doesNotHaveDuplicates();
        assertThat(states()).hasSize(5).containsOnly(WebhookState.DELIVERED);
    }

    @Test
    void sendsAgainWhatSomebodyWantsToBeSentAgain() {
        one();
        webhooks.turn();

        Webhooks.HISTORY.sendAgain(delivery().id(), "helen");
        webhooks.turn();

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).id()).isEqualTo(receiver.received().get(0).id());
    }

    private UUID one() {
        UUID id = webhooks.to("crm", receiver.url() + "hook?a=b").ended();
        webhooks.offered();
        return id;
    }

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signature(Received request, String secret) {
        return WebhookSecret.signatures(
                List.of(WebhookSecret.of(secret)),
                request.id(),
                request.timestamp(),
                request.body());
    }
}
