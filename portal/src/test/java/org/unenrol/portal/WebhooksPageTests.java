package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.unenrol.portal.PortalDatabase.JDBC;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ledger.event.WebhookEvents;
import org.unenrol.ledger.webhook.QueuedWebhook;
import org.unenrol.ledger.webhook.WebhookFailure;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOrder;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.ledger.webhook.WebhookRetries;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** The page of deliveries to webhook addresses. */
class WebhooksPageTests extends PageTestCase {

    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final WebhookRetries RETRIES = new WebhookRetries(HOLD, HOLD, HOLD);

    @Autowired private WebhookEvents events;
    @Autowired private WebhookOffers offers;
    @Autowired private WebhookOutbox outbox;

    @BeforeEach
    void forgetImports() {
        JDBC.sql("truncate imports.import, imports.stored_file, imports.webhook_event cascade")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | There are no deliveries to show. | Import completed | Given up | The address wants no more deliveries: HTTP 410
                    de | Es gibt keine Zustellungen anzuzeigen. | Import abgeschlossen | Aufgegeben | Die Adresse möchte keine Zustellungen mehr: HTTP 410
                    """)
    void showsWhatHasBecomeOfADelivery(
            String language, String none, String event, String state, String last) {
        assertThat(read("/webhooks", language)).contains(none);
        UUID id = imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        gone(offered("crm"));

        assertThat(read("/webhooks", language))
                .contains(event, "leavers.csv", "crm", state, last)
                .doesNotContain(none);
        assertThat(page("/webhooks", language)).bodyText().contains("href=\"/imports/" + id);
    }

    @Test
    void showsWhatHasNotBeenTriedAndWhatIsAboutNoImport() {
        events.requestRefused("hr", "r-<1>", "TOO_MANY_ROWS");
        offered("crm");

        assertThat(read("/webhooks", "en"))
                .contains(
                        "Request refused", "Request r-<1> of hr", "Waiting", "Next try", "None yet")
                .doesNotContain("Send again");
        assertThat(page("/webhooks", "en")).bodyText().doesNotContain("r-<1>");
    }

    @Test
    void showsWhyATryHasFailed() {
        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        outbox.failed(
                offered("crm"),
                WebhookFailure.of(WebhookFailure.Kind.FORBIDDEN_PLACE),
                new WebhookRetries(HOLD, HOLD, Duration.ofDays(1)));

        assertThat(read("/webhooks", "en"))
                .contains("Waiting", "The host name leads to a private address");
    }

    @Test
    void filtersByState() {
        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        outbox.delivered(offered("crm"), 204);

        assertThat(read("/webhooks?state=DELIVERED", "en")).contains("Accepted: HTTP 204");
        assertThat(read("/webhooks?state=GIVEN_UP", "en"))
                .contains("There are no deliveries to show.");
        assertThat(page("/webhooks?state=NONE", "en")).hasStatus(404);
    }

    @Test
    void leadsToOlderDeliveriesAndBack() {
        IntStream.range(0, 26).forEach(i -> events.requestRefused("hr", "r-" + i, "TOO_MANY_ROWS"));
        offered("crm");

        assertThat(read("/webhooks", "en")).contains(" Older ").doesNotContain(" Newest ");
        assertThat(page("/webhooks?state=QUEUED", "en"))
                .bodyText()
                .containsPattern("rel=\"next\" href=\"[^\"]*state=QUEUED&amp;after=\\d+");
        long after =
                JDBC.sql("select min(id) + 1 from imports.webhook_delivery")
                        .query(Long.class)
                        .single();
        assertThat(read("/webhooks?after=" + after, "en"))
                .contains(" Newest ", "Request r-0 of hr")
                .doesNotContain(" Older ");
    }

    @Test
    void sendsADeliveryAgain() {
        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        QueuedWebhook first = offered("crm");
        gone(first);
        assertThat(page("/webhooks", "en"))
                .bodyText()
                .contains("/webhooks/" + first.id() + "/send-again");

        assertThat(sendAgain(first.id(), "global.admin"))
                .hasRedirectedUrl("/webhooks?state=GIVEN_UP")
                .flash()
                .containsEntry("sentAgain", true);

        assertThat(outbox.take("crm", HOLD, HOLD))
                .hasValueSatisfying(
                        again -> assertThat(again.eventId()).isEqualTo(first.eventId()));
        assertThat(sendAgain(first.id(), "global.admin")).flash().containsEntry("sentAgain", false);
    }

    @ParameterizedTest
    @CsvSource({
        "en, true, The delivery is being sent again.",
        "de, false, Die Zustellung wird noch versucht."
    })
    void saysThatADeliveryIsSentAgain(String language, boolean sent, String sentence) {
        assertThat(
                        read(
                                browser.get()
                                        .uri("/webhooks")
                                        .header("Accept-Language", language)
                                        .flashAttr("sentAgain", sent)
                                        .with(as("global.admin"))
                                        .exchange()))
                .contains(sentence);
    }

    @Test
    void isForGlobalAdministratorsOnly() {
        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        QueuedWebhook delivery = offered("crm");
        gone(delivery);

        assertThat(browser.get().uri("/webhooks").with(as("content.admin"))).hasStatus(404);
        assertThat(sendAgain(delivery.id(), "content.admin")).hasStatus(404);
        assertThat(outbox.take("crm", HOLD, HOLD)).isEmpty();
        assertThat(read(browser.get().uri("/imports").with(as("content.admin")).exchange()))
                .contains("NAVIGATION", "Imports")
                .doesNotContain("Webhooks");
        assertThat(read("/imports", "en")).contains("Webhooks");
    }

    private MvcTestResult sendAgain(long id, String username) {
        return browser.post()
                .uri("/webhooks/{id}/send-again", id)
                .param("state", "GIVEN_UP")
                .with(as(username))
                .with(csrf())
                .exchange();
    }

    /** Queued for this address, and the first of them taken. */
    private QueuedWebhook offered(String address) {
        offers.offerNext(99, event -> List.of(new WebhookOrder(address, "{}")));
        return outbox.take(address, HOLD, HOLD).orElseThrow();
    }

    private void gone(QueuedWebhook delivery) {
        outbox.failed(delivery, new WebhookFailure(WebhookFailure.Kind.GONE, 410, null), RETRIES);
    }
}
