package org.unenrol.notifier.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.webhook.WebhookEvent;
import org.unenrol.ledger.webhook.WebhookEvent.EndedImport;
import org.unenrol.ledger.webhook.WebhookEvent.RefusedRequest;
import org.unenrol.ledger.webhook.WebhookOrder;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what addresses are told of an event: no names of people, usernames or email addresses. */
final class WebhookMessages {

    private final List<WebhookAddress> addresses;
    private final String portal;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * Takes who is told.
     *
     * @param portal the address of the portal; links begin with it
     */
    WebhookMessages(List<WebhookAddress> addresses, URI portal) {
        this.addresses = addresses;
        this.portal = portal.toString().replaceFirst("/+$", "");
    }

    /** The deliveries of an event, the same body for each address that wants it. */
    List<WebhookOrder> of(WebhookEvent event) {
        List<WebhookAddress> wanting = addresses.stream().filter(one -> one.wants(event)).toList();
        if (wanting.isEmpty()) {
            return List.of();
        }
        String body =
                json.writeValueAsString(
                        new Body(event.type().text(), event.occurredAt(), content(event)));
        return wanting.stream().map(address -> new WebhookOrder(address.name(), body)).toList();
    }

    private Object content(WebhookEvent event) {
        if (event.subject() instanceof EndedImport ended) {
            return new ImportContent(
                    ended.importId(),
                    event.source(),
                    ended.mode(),
                    ended.state(),
                    ended.fileName(),
                    ended.rows(),
                    ended.outcomes(),
                    portal + "/imports/" + ended.importId());
        }
        RefusedRequest refused = (RefusedRequest) event.subject();
        return new RequestContent(event.source(), refused.requestId(), refused.reason());
    }

    private record Body(String type, Instant timestamp, Object data) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ImportContent(
            UUID importId,
            @Nullable String source,
            Mode mode,
            ImportState state,
            String fileName,
            int rows,
            Map<OutcomeCode, Integer> outcomes,
            String link) {}

    private record RequestContent(@Nullable String source, String requestId, String reason) {}
}
