package org.unenrol.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Entries as lines of the log, with fields of the Elastic Common Schema where lines are structured.
 * Names and addresses are those of people, and are told for debugging only: the id of the entry
 * leads to them.
 */
final class AuditLog {

    private static final Logger log = LoggerFactory.getLogger("org.unenrol.audit");

    private AuditLog() {}

    /** Writes a line as soon as the transaction that is open has ended well. */
    static void write(long id, AuditEvent event, @Nullable KnownAccount account, Origin origin) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            line(id, event, account, origin);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        line(id, event, account, origin);
                    }
                });
    }

    private static void line(
            long id, AuditEvent event, @Nullable KnownAccount account, Origin origin) {
        AuditKind kind = event.kind();
        LoggingEventBuilder line =
                log.atInfo()
                        .addKeyValue("event.kind", "event")
                        .addKeyValue("event.action", kind.action())
                        .addKeyValue("event.category", kind.category())
                        .addKeyValue("event.outcome", kind.outcome())
                        .addKeyValue("unenrol.audit.id", id);
        if (account != null) {
            line = line.addKeyValue("user.id", Long.toString(account.id()));
        }
        if (event.importId() != null) {
            line = line.addKeyValue("unenrol.import.id", event.importId().toString());
        }
        line.log(
                "audit {} entry={} account={} import={}",
                kind.action(),
                id,
                account == null ? "-" : account.id(),
                event.importId() == null ? "-" : event.importId());
        log.debug(
                "audit entry={} account={} via={} address={}",
                id,
                account == null ? "-" : account.username(),
                origin.via(),
                origin.address());
    }
}
