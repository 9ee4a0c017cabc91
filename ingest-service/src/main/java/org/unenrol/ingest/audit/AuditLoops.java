package org.unenrol.ingest.audit;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.audit.CountedEvents;
import org.unenrol.audit.chain.AuditChain;
import org.unenrol.service.WorkLoop;

/** Chains what was recorded, and records what was counted, each within about a second. */
@Configuration(proxyBeanMethods = false)
class AuditLoops {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    WorkLoop auditChainLoop(AuditChain chain) {
        return new WorkLoop(
                "audit-chain", 1, INTERVAL, () -> WorkLoop.Then.after(chain.chainSome()));
    }

    @Bean
    WorkLoop auditCountLoop(CountedEvents counted) {
        return new WorkLoop(
                "audit-counts",
                1,
                INTERVAL,
                () -> {
                    counted.write();
                    return WorkLoop.Then.LATER;
                });
    }
}
