package org.unenrol.ledger;

import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unenrol.audit.AuditTrail;
import org.unenrol.audit.KnownAccount;
import org.unenrol.audit.Origin;
import org.unenrol.ledger.dispatch.DispatchClaim;
import org.unenrol.ledger.dispatch.DispatchLeases;
import org.unenrol.ledger.dispatch.DispatchProgress;
import org.unenrol.ledger.dispatch.Meanings;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.event.WebhookEvents;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.ImportLifecycle;
import org.unenrol.ledger.mail.LearnerMailRules;
import org.unenrol.ledger.mail.MailOutbox;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.outcome.OutcomeRevision;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.outcome.RowPages;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.webhook.WebhookHistory;
import org.unenrol.ledger.webhook.WebhookOffers;
import org.unenrol.ledger.webhook.WebhookOutbox;

/** The parts of the ledger on the database of the tests. */
public final class Ledger {

    public static final Duration LEASE = Duration.ofSeconds(15);
    public static final Duration MAIL_HOLD = Duration.ofSeconds(80);

    public static final AuditTrail AUDIT =
            new AuditTrail(
                    JDBC,
                    TRANSACTION,
                    () -> Origin.SERVICE,
                    name -> Optional.of(new KnownAccount(1, name)));

    public static final StoredFiles FILES = new StoredFiles(JDBC);
    public static final EventOutbox EVENTS = new EventOutbox(JDBC, TRANSACTION);
    private static final ImportLifecycle LIFECYCLE = new ImportLifecycle(JDBC, EVENTS);
    public static final Imports IMPORTS = new Imports(JDBC, TRANSACTION, LIFECYCLE, AUDIT);
    public static final DispatchLeases LEASES = new DispatchLeases(JDBC, LEASE);
    public static final OutcomeRecorder RECORDER =
            new OutcomeRecorder(JDBC, TRANSACTION, LIFECYCLE);
    public static final OutcomeRevision REVISION =
            new OutcomeRevision(JDBC, TRANSACTION, LIFECYCLE);
    public static final Meanings MEANINGS = new Meanings(JDBC);
    public static final RowOutcomes OUTCOMES = new RowOutcomes(JDBC);
    public static final RowPages PAGES = new RowPages(JDBC);
    public static final ResultsQueue RESULTS =
            new ResultsQueue(JDBC, TRANSACTION, LIFECYCLE, LEASE);
    public static final MailOutbox MAILS =
            new MailOutbox(JDBC, TRANSACTION, AUDIT)
                    .keeping(new LearnerMailRules(1_000_000, LearnerMailRules.Grouping.BY_ROW));

    public static final WebhookEvents WEBHOOK_EVENTS = new WebhookEvents(JDBC);
    public static final WebhookOffers WEBHOOK_OFFERS = new WebhookOffers(JDBC, TRANSACTION);
    public static final WebhookOutbox WEBHOOKS = new WebhookOutbox(JDBC);
    public static final WebhookHistory WEBHOOK_HISTORY =
            new WebhookHistory(JDBC, TRANSACTION, AUDIT);

    private Ledger() {}

    /** Confirms and claims rows of one import; how far it is claimed, or empty. */
    public static Optional<Integer> advance(UUID id, UUID owner, int dispatched, int wanted) {
        return Optional.ofNullable(
                LEASES.advance(owner, List.of(new DispatchClaim(id, dispatched, wanted))).get(id));
    }

    /** The progress of an import, as an owner sees it. */
    public static DispatchProgress progress(UUID id, UUID owner) {
        return LEASES.progress(owner).stream()
                .filter(one -> one.importId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
