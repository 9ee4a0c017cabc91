package org.unenrol.ledger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.Ledger.WEBHOOK_EVENTS;
import static org.unenrol.ledger.Ledger.WEBHOOK_OFFERS;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

class WebhookOffersTests extends LedgerTestCase {

    private final List<WebhookEvent> offered = new ArrayList<>();

    @Test
    void tellsOfTheEndOfAnImport() {
        UUID id = anImport().ofRows(2).from("hr").completedAs(OutcomeCode.UNENROLLED);

        offer();

        assertThat(offered)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.type()).isEqualTo(WebhookEventType.IMPORT_COMPLETED);
                            assertThat(event.source()).isEqualTo("hr");
                            assertThat(event.subject())
                                    .isEqualTo(
                                            new WebhookEvent.EndedImport(
                                                    id,
                                                    Mode.APPLY,
                                                    ImportState.COMPLETED,
                                                    "leavers.csv",
                                                    2,
                                                    Map.of(OutcomeCode.UNENROLLED, 2)));
                        });
    }

    @Test
    void tellsOfACancelAndOfAFailure() {
        anImport().completedAs(OutcomeCode.NOT_PROCESSED);
        RESULTS.fail(anImport().submitted(), Damage.fileUnreadable());

        offer();

        assertThat(offered)
                .extracting(WebhookEvent::type)
                .containsExactly(WebhookEventType.IMPORT_CANCELLED, WebhookEventType.IMPORT_FAILED);
    }

    @Test
    void tellsOnceOfARequestThatWasRefused() {
        WEBHOOK_EVENTS.requestRefused("hr", "r-1", "TOO_MANY_ROWS");
        WEBHOOK_EVENTS.requestRefused("hr", "r-1", "TOO_MANY_ROWS");
        WEBHOOK_EVENTS.requestRefused("records", "r-1", "TOO_MANY_ROWS");

        offer();

        assertThat(offered).extracting(WebhookEvent::source).containsExactly("hr", "records");
        assertThat(offered)
                .extracting(WebhookEvent::subject)
                .containsOnly(new WebhookEvent.RefusedRequest("r-1", "TOO_MANY_ROWS"));
    }

    @Test
    void tellsOfNoEndThatWasTakenBack() {
        UUID id = anImport().settledAs(OutcomeCode.UNENROLLED);

        TRANSACTION.executeWithoutResult(
                transaction -> {
                    RESULTS.complete(id, FILES.create().id());
                    transaction.setRollbackOnly();
                });

        assertThat(offer()).isZero();
    }

    @Test
    void makesTheDeliveriesOfAnEventOnce() {
        anImport().completedAs(OutcomeCode.UNENROLLED);

        assertThat(offer("crm", "records")).isEqualTo(1);
        assertThat(offer("crm", "records", "later")).isZero();

        assertThat(rowsOf("webhook_delivery")).isEqualTo(2);
    }

    @Test
    void leavesToAnotherInstanceWhatItIsAt() {
        anImport().completedAs(OutcomeCode.UNENROLLED);

        WEBHOOK_OFFERS.offerNext(
                9,
                event -> {
                    assertThat(CompletableFuture.supplyAsync(() -> offer("crm")).join()).isZero();
                    return List.of(new WebhookOrder("crm", "{}"));
                });

        assertThat(rowsOf("webhook_delivery")).isEqualTo(1);
    }

    @Test
    void keepsAnEventOfWhichNoDeliveryCouldBeMade() {
        anImport().completedAs(OutcomeCode.UNENROLLED);

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                WEBHOOK_OFFERS.offerNext(
                                        9,
                                        event -> {
                                            throw new IllegalStateException("no body");
                                        }));

        assertThat(offer("crm")).isEqualTo(1);
    }

    private int offer(String... addresses) {
        return WEBHOOK_OFFERS.offerNext(
                9,
                event -> {
                    offered.add(event);
                    return List.of(addresses).stream()
                            .map(address -> new WebhookOrder(address, "{}"))
                            .toList();
                });
    }
}
