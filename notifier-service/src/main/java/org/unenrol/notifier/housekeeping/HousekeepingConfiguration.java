package org.unenrol.notifier.housekeeping;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.service.WorkLoop;

/** Sweeps away stored files that belong to no import. */
@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    /** Longer than any upload or any building of results takes. */
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    @Bean
    WorkLoop orphanLoop(StoredFiles files) {
        return new WorkLoop(
                "orphaned-files",
                1,
                Duration.ofMinutes(10),
                () -> {
                    files.deleteOrphans(ORPHAN_AGE);
                    return WorkLoop.Then.LATER;
                });
    }
}
