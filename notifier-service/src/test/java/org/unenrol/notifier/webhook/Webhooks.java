package org.unenrol.notifier.webhook;

import static org.unenrol.notifier.NotifierLedger.ADA;
import static org.unenrol.notifier.NotifierLedger.FILES;
import static org.unenrol.notifier.NotifierLedger.JDBC;
import static org.unenrol.notifier.NotifierLedger.LIFECYCLE;
import static org.unenrol.notifier.NotifierLedger.SERVER;
import static org.unenrol.notifier.NotifierLedger.TRANSACTION;

import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.webhook.WebhookDelivery;
import org.unenrol.ledger.webhook.WebhookHistory;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;
import org.unenrol.ledger.webhook.WebhookState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.notifier.NotifierLedger;

/** The sending to addresses, on the database of the tests. */
final class Webhooks implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final WebhookOutbox OUTBOX = new WebhookOutbox(JDBC);
    static final WebhookOffers OFFERS = new WebhookOffers(JDBC, TRANSACTION);
    static final WebhookHistory HISTORY =
            new WebhookHistory(JDBC, TRANSACTION, NotifierLedger.AUDIT);
    static final WebhookSettings SETTINGS =
            new WebhookSettings(
                    Map.of(),
                    true,
                    true,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofHours(3),
                    Duration.ofDays(1));

    private final List<WebhookAddress> addresses = new ArrayList<>();
    private CheckedLookup lookup = new CheckedLookup(InetAddress::getAllByName, true);
    private SSLContext tls = java();
    private WebhookClient client;
    private WebhookDispatch dispatch;

    Webhooks to(String name, String url, String... secrets) {
        List<String> all = secrets.length == 0 ? List.of(SECRET) : List.of(secrets);
        addresses.add(
                new WebhookAddress(
                        name,
                        URI.create(url),
                        all.stream().map(WebhookSecret::of).toList(),
                        Set.of(),
                        Set.of()));
        return this;
    }

    Webhooks by(CheckedLookup other) {
        lookup = other;
        return this;
    }

    Webhooks trusting(SSLContext context) {
        tls = context;
        return this;
    }

    private static SSLContext java() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An import has ended, and each address is to be told. */
    UUID ended() {
        UUID id = NotifierLedger.submitted("leavers.csv", 1, Mode.APPLY, ADA);
        NotifierLedger.record(
                List.of(RowOutcome.of(new RowId(id, 1), 2, OutcomeCode.NOT_ENROLLED)));
        new ResultsQueue(JDBC, TRANSACTION, LIFECYCLE, Duration.ofMinutes(1))
                .complete(id, FILES.create().id());
        return id;
    }

    /** Makes deliveries of what has happened. */
    Webhooks offered() {
        OFFERS.offerNext(99, messages()::of);
        return this;
    }

    private WebhookMessages messages() {
        return new WebhookMessages(addresses, URI.create("https://unenrol.example.org/"));
    }

    /** Takes one turn for each address. */
    Webhooks turn() {
        addresses.forEach(dispatch()::sendNext);
        return this;
    }

    private WebhookDispatch dispatch() {
        if (dispatch == null) {
            client = new WebhookClient(SETTINGS, lookup, tls, InstantSource.system());
            dispatch = new WebhookDispatch(OUTBOX, client, SETTINGS);
        }
        return dispatch;
    }

    /** Ready to be started. */
    WebhookLoops loops() {
        return new WebhookLoops(addresses, messages(), OFFERS, OUTBOX, dispatch(), client);
    }

    WebhookClient client() {
        dispatch();
        return client;
    }

    WebhookAddress address() {
        return addresses.get(0);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }

    static List<WebhookDelivery> deliveries() {
        return HISTORY.page(null, null, 99);
    }

    /** The newest delivery. */
    static WebhookDelivery delivery() {
        return deliveries().get(0);
    }

    static List<WebhookState> states() {
        return deliveries().stream().map(WebhookDelivery::state).toList();
    }

    static void letPass(Duration time) {
        SERVER.letPass(
                time, "imports.webhook_delivery", "queued_at", "next_attempt_at", "ended_at");
    }
}
