package org.unenrol.ledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.WEBHOOKS;
import static org.unenrol.ledger.Ledger.WEBHOOK_EVENTS;
import static org.unenrol.ledger.Ledger.WEBHOOK_HISTORY;
import static org.unenrol.ledger.Ledger.WEBHOOK_OFFERS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.letPass;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;

class WebhookOutboxTests extends LedgerTestCase {

    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final WebhookRetries RETRIES =
            new WebhookRetries(Duration.ofSeconds(5), LONGEST, Duration.ofDays(1));
    private static final WebhookFailure BUSY =
            new WebhookFailure(WebhookFailure.Kind.REFUSED, 503, null);

    @Test
    void triesADeliveryAgainAfterPausesThatTripleUpToTheLongest() {
        queue("crm");

        for (long pause : List.of(5, 15, 45, 135, 405, 1_215, 3_645, 10_800, 10_800)) {
            assertThat(WEBHOOKS.failed(take("crm"), BUSY, RETRIES)).isEqualTo(WebhookState.QUEUED);

            letPass(Duration.ofMillis(1000 * pause - 900));
            assertThat(due("crm")).as("before %s s", pause).isEmpty();
            letPass(Duration.ofMillis(900));
        }
        assertThat(take("crm").attempts()).isEqualTo(10);
    }

    @Test
    void givesADeliveryUpADayAfterItWasQueuedAndNotBefore() {
        queue("crm");
        letPass(Duration.ofHours(23));
        assertThat(WEBHOOKS.failed(take("crm"), askedToWait(LONGEST), RETRIES))
                .isEqualTo(WebhookState.QUEUED);

        letPass(Duration.ofHours(1));

        assertThat(WEBHOOKS.failed(take("crm"), BUSY, RETRIES)).isEqualTo(WebhookState.GIVEN_UP);
        assertThat(due("crm")).isEmpty();
        assertThat(WEBHOOKS.backlog(Optional.empty()).givenUp()).isEqualTo(1);
    }

    @Test
    void waitsForAsLongAsTheAddressAsksButNoLongerThanTheLongestPause() {
        queue("crm");
        WEBHOOKS.failed(take("crm"), askedToWait(Duration.ofMinutes(10)), RETRIES);
        letPass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(due("crm")).isEmpty();
        letPass(Duration.ofSeconds(1));

        WEBHOOKS.failed(take("crm"), askedToWait(Duration.ofDays(900)), RETRIES);
        letPass(LONGEST);

        assertThat(due("crm")).isPresent();
    }

    @Test
    void givesUpAtOnceWhereTheAddressWantsNothingAnyMore() {
        queue("crm");

        assertThat(
                        WEBHOOKS.failed(
                                take("crm"),
                                new WebhookFailure(WebhookFailure.Kind.GONE, 410, null),
                                RETRIES))
                .isEqualTo(WebhookState.GIVEN_UP);
    }

    @Test
    void isTheSameMessageAgainWhereItsSenderHasDied() {
        queue("crm");
        QueuedWebhook first = take("crm");
        assertThat(due("crm")).isEmpty();

        letPass(HOLD);

        QueuedWebhook second = take("crm");
        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.attempts()).isEqualTo(2);
    }

    @Test
    void leavesADeliveryAloneThatAnotherSenderHasTaken() {
        queue("crm");
        QueuedWebhook slow = take("crm");
        letPass(HOLD);
        QueuedWebhook quick = take("crm");

        WEBHOOKS.failed(slow, new WebhookFailure(WebhookFailure.Kind.GONE, 410, null), RETRIES);
        assertThat(states()).containsExactly(WebhookState.QUEUED);
        WEBHOOKS.delivered(quick, 204);
        WEBHOOKS.failed(slow, BUSY, RETRIES);

        assertThat(states()).containsExactly(WebhookState.DELIVERED);
    }

    @Test
    void givesEachAddressItsOwnInTheOrderOfTheEvents() {
        UUID first = queue("crm", "records");
        UUID second = queue("crm");

        assertThat(take("crm").eventId()).isEqualTo(first);
        assertThat(take("crm").eventId()).isEqualTo(second);
        assertThat(take("records").eventId()).isEqualTo(first);
        assertThat(due("records")).isEmpty();
    }

    @Test
    void isDueAgainWhereTheClockHasBeenPutBack() {
        queue("crm");
        WEBHOOKS.failed(take("crm"), BUSY, RETRIES);
        letPass(Duration.ofDays(-2));

        assertThat(WEBHOOKS.failed(take("crm"), BUSY, RETRIES)).isEqualTo(WebhookState.QUEUED);
        letPass(Duration.ofDays(1));

        assertThat(WEBHOOKS.failed(take("crm"), BUSY, RETRIES)).isEqualTo(WebhookState.GIVEN_UP);
    }

    @Test
    void givesUpWhatIsForAnAddressThatNobodyHasKnownForAWhile() {
        queue("crm", "former");
        Duration unknownFor = Duration.ofMinutes(15);
        assertThat(WEBHOOKS.giveUpUnknown(List.of("crm"), unknownFor)).isZero();
        letPass(unknownFor.plusSeconds(1));

        assertThat(WEBHOOKS.giveUpUnknown(List.of("crm"), unknownFor)).isEqualTo(1);

        assertThat(page(WebhookState.GIVEN_UP))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.address()).isEqualTo("former");
                            assertThat(one.lastFailure())
                                    .isEqualTo(WebhookFailure.Kind.NOT_CONFIGURED);
                        });
        assertThat(WEBHOOKS.giveUpUnknown(List.of(), unknownFor)).isEqualTo(1);
    }

    @Test
    void countsWhatHasNotArrived() {
        queue("crm", "records");
        letPass(Duration.ofMinutes(5));

        assertThat(WEBHOOKS.backlog(Optional.of("crm")).queued()).isEqualTo(1);
        assertThat(WEBHOOKS.backlog(Optional.empty()).queued()).isEqualTo(2);
        assertThat(WEBHOOKS.backlog(Optional.empty()).oldest())
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(WEBHOOKS.backlog(Optional.of("other")).oldest()).isZero();
    }

    @Test
    void tellsTheHistoryNewestFirstAPageAtATime() {
        UUID id = queue("crm", "records");
        WEBHOOK_EVENTS.requestRefused("hr", "r-1", "TOO_MANY_ROWS");
        offer("crm");
        WEBHOOKS.failed(take("crm"), BUSY, RETRIES);

        List<WebhookDelivery> all = page(null);

        assertThat(all)
                .extracting(one -> one.about().eventId().equals(id), WebhookDelivery::address)
                .map(Object::toString)
                .containsExactly("(false, \"crm\")", "(true, \"records\")", "(true, \"crm\")");
        assertThat(all.get(0).about().requestId()).isEqualTo("r-1");
        assertThat(all.get(2).lastStatus()).isEqualTo(503);
        assertThat(all.get(2).about().fileName()).isEqualTo("leavers.csv");
        assertThat(WEBHOOK_HISTORY.page(null, all.get(0).id(), 1))
                .extracting(WebhookDelivery::id)
                .containsExactly(all.get(1).id());
        assertThat(page(WebhookState.DELIVERED)).isEmpty();
    }

    @Test
    void sendsAgainWhatHasEndedAsTheSameMessage() {
        queue("crm");
        QueuedWebhook first = take("crm");
        long id = page(null).get(0).id();
        assertThat(WEBHOOK_HISTORY.sendAgain(id, "helen")).isFalse();
        WEBHOOKS.delivered(first, 200);
        letPass(Duration.ofDays(3));

        assertThat(WEBHOOK_HISTORY.sendAgain(id, "helen")).isTrue();

        QueuedWebhook again = take("crm");
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(WEBHOOKS.failed(again, BUSY, RETRIES)).isEqualTo(WebhookState.QUEUED);
        assertThat(audited(first)).containsExactly("helen WEBHOOK_SENT_AGAIN crm");
    }

    @Test
    void sendsAgainWhatIsAboutNoImport() {
        WEBHOOK_EVENTS.requestRefused("hr", "r-1", "TOO_MANY_ROWS");
        offer("crm");
        WEBHOOKS.delivered(take("crm"), 200);

        assertThat(WEBHOOK_HISTORY.sendAgain(page(null).get(0).id(), "helen")).isTrue();
        assertThat(WEBHOOK_HISTORY.sendAgain(0, "helen")).isFalse();
    }

    private static UUID queue(String... addresses) {
        anImport().completedAs(OutcomeCode.UNENROLLED);
        offer(addresses);
        return page(null).get(0).about().eventId();
    }

    private static void offer(String... addresses) {
        WEBHOOK_OFFERS.offerNext(
                9,
                event ->
                        Stream.of(addresses)
                                .map(address -> new WebhookOrder(address, "{\"a\":1}"))
                                .toList());
    }

    private static Optional<QueuedWebhook> due(String address) {
        return WEBHOOKS.take(address, HOLD, LONGEST);
    }

    private static QueuedWebhook take(String address) {
        return due(address).orElseThrow();
    }

    private static WebhookFailure askedToWait(Duration time) {
        return new WebhookFailure(WebhookFailure.Kind.REFUSED, 429, time);
    }

    private static List<WebhookDelivery> page(WebhookState state) {
        return WEBHOOK_HISTORY.page(state, null, 50);
    }

    private static List<WebhookState> states() {
        return page(null).stream().map(WebhookDelivery::state).toList();
    }

    private static List<String> audited(QueuedWebhook sent) {
        return JDBC.sql(
                        """
                        select account || ' ' || kind || ' ' || (details ->> 'name')
                        from audit.entry
                        where kind = 'WEBHOOK_SENT_AGAIN' and import_id = (
                            select import_id from imports.webhook_event where id = ?)
                        """)
                .param(sent.eventId())
                .query(String.class)
                .list();
    }
}
