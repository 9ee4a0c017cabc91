package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.notifier.webhook.Webhooks.SECRET;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.event.WebhookEventType;
import org.unenrol.ledger.webhook.WebhookEvent;
import org.unenrol.ledger.webhook.WebhookOrder;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

class WebhookMessagesTests {

    private static final UUID ID = UUID.fromString("6f1b2c3d-0000-4000-8000-000000000001");
    private static final WebhookEvent ENDED =
            new WebhookEvent(
                    UUID.randomUUID(),
                    WebhookEventType.IMPORT_COMPLETED,
                    Instant.parse("2026-03-01T09:30:00Z"),
                    null,
                    new WebhookEvent.EndedImport(
                            ID,
                            Mode.APPLY,
                            ImportState.COMPLETED,
                            "leavers.csv",
                            3,
                            Map.of(OutcomeCode.UNENROLLED, 3)));
    private static final WebhookEvent REFUSED =
            new WebhookEvent(
                    UUID.randomUUID(),
                    WebhookEventType.REQUEST_REFUSED,
                    Instant.parse("2026-03-01T09:30:00Z"),
                    "hr",
                    new WebhookEvent.RefusedRequest("r-1", "TOO_MANY_ROWS"));

    @Test
    void tellOfAnImportWithoutAnybodysName() {
        assertThat(bodies(ENDED, address("crm")))
                .containsExactly(
                        "{\"type\":\"import.completed\",\"timestamp\":\"2026-03-01T09:30:00Z\","
                                + "\"data\":{\"importId\":\""
                                + ID
                                + "\",\"mode\":\"APPLY\","
                                + "\"state\":\"COMPLETED\",\"fileName\":\"leavers.csv\",\"rows\":3,"
                                + "\"outcomes\":{\"UNENROLLED\":3},"
                                + "\"link\":\"https://unenrol.example.org/imports/"
                                + ID
                                + "\"}}");
    }

    @Test
    void tellOfARequestThatWasRefused() {
        assertThat(bodies(REFUSED, address("crm")))
                .containsExactly(
                        "{\"type\":\"request.refused\",\"timestamp\":\"2026-03-01T09:30:00Z\","
                                + "\"data\":{\"source\":\"hr\",\"requestId\":\"r-1\","
                                + "\"reason\":\"TOO_MANY_ROWS\"}}");
    }

    @Test
    void goToThoseWhoWantToHearOfTheSource() {
        WebhookAddress hr = address("hr", Set.of("hr"), Set.of());
        WebhookAddress other = address("other", Set.of("records"), Set.of());
        WebhookAddress everything = address("everything");

        assertThat(names(REFUSED, hr, other, everything)).containsExactly("hr", "everything");
        assertThat(names(ENDED, hr, other, everything)).containsExactly("everything");
    }

    @Test
    void goToThoseWhoWantToHearOfTheEvent() {
        WebhookAddress refusals =
                address("refusals", Set.of(), Set.of(WebhookEventType.REQUEST_REFUSED));

        assertThat(names(REFUSED, refusals)).containsExactly("refusals");
        assertThat(names(ENDED, refusals)).isEmpty();
    }

    private static List<String> bodies(WebhookEvent event, WebhookAddress... addresses) {
        return orders(event, addresses).stream().map(WebhookOrder::body).toList();
    }

    private static List<String> names(WebhookEvent event, WebhookAddress... addresses) {
        return orders(event, addresses).stream().map(WebhookOrder::address).toList();
    }

    private static List<WebhookOrder> orders(WebhookEvent event, WebhookAddress... addresses) {
        return new WebhookMessages(List.of(addresses), URI.create("https://unenrol.example.org/"))
                .of(event);
    }

    private static WebhookAddress address(String name) {
        return address(name, Set.of(), Set.of());
    }

    private static WebhookAddress address(
            String name, Set<String> sources, Set<WebhookEventType> events) {
        return new WebhookAddress(
                name,
                URI.create("https://hooks.example.org"),
                List.of(WebhookSecret.of(SECRET)),
                sources,
                events);
    }
}
