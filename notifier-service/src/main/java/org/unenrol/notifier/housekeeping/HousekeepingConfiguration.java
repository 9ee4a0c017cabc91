package org.unenrol.notifier.housekeeping;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.account.SignInHistory;
import org.unenrol.audit.AuditTrail;
import org.unenrol.ledger.erasure.ErasureSteps;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.retention.Purge;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.platform.journal.JournalPurge;
import org.unenrol.service.WorkLoop;

/** Sweeps away stored files that belong to no import, and what is no longer kept. */
@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    /** Longer than any upload or any building of results takes. */
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    private static final int ENTRIES = 1_000;

    @Bean
    WorkLoop orphanLoop(StoredFiles files) {
        return new WorkLoop(
                "orphaned-files",
                1,
                Duration.ofMinutes(10),
                () -> soonerAfter(files.deleteOrphans(ORPHAN_AGE) > 0));
    }

    @Bean
    WorkLoop purgeLoop(Purge purge) {
        return new WorkLoop("purge", 1, Duration.ofMinutes(1), () -> soonerAfter(purge.doSome()));
    }

    @Bean
    WorkLoop erasureLoop(ErasureSteps steps) {
        return new WorkLoop(
                "erasures", 1, Duration.ofSeconds(5), () -> soonerAfter(steps.doSome()));
    }

    @Bean
    WorkLoop signInsLoop(JdbcClient jdbc, RetentionSettings kept) {
        SignInHistory history = new SignInHistory(jdbc);
        return new WorkLoop(
                "old-sign-ins",
                1,
                Duration.ofMinutes(10),
                () -> soonerAfter(history.deleteOlderThan(kept.signIns()) > 0));
    }

    /** The trail loses its oldest entries only: the chain of the others stays whole. */
    @Bean
    WorkLoop auditLoop(AuditTrail trail, RetentionSettings kept) {
        return new WorkLoop(
                "old-audit-entries",
                1,
                Duration.ofDays(1),
                () ->
                        soonerAfter(
                                trail.purgeBefore(Instant.now().minus(kept.audit()), ENTRIES) > 0));
    }

    /** There is a journal only for a remote platform. */
    @Bean
    WorkLoop journalLoop(ObjectProvider<JournalPurge> journal, RetentionSettings kept) {
        return new WorkLoop(
                "old-journal-entries",
                1,
                Duration.ofMinutes(10),
                () ->
                        soonerAfter(
                                journal.stream()
                                                .mapToInt(
                                                        one -> one.deleteOlderThan(kept.outcomes()))
                                                .sum()
                                        > 0));
    }

    /** Small steps with pauses: imports that are under way come first. */
    private static WorkLoop.Then soonerAfter(boolean worked) {
        return worked ? WorkLoop.Then.SOON : WorkLoop.Then.LATER;
    }
}
