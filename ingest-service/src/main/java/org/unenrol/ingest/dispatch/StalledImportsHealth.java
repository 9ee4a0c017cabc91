package org.unenrol.ingest.dispatch;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.unenrol.ledger.dispatch.StalledImports;

/**
 * Tells of imports that stand still. The service can still be used, and somebody has to look, so it
 * is not taken out of use: the status has a name of its own and is answered with 200.
 */
final class StalledImportsHealth implements HealthIndicator {

    private static final Status STALLED = new Status("STALLED", "Imports make no progress");

    private final StalledImports stalled;
    private final Duration standstill;

    StalledImportsHealth(StalledImports stalled, Duration standstill) {
        this.stalled = stalled;
        this.standstill = standstill;
    }

    @Override
    public Health health() {
        int imports = stalled.count(standstill);
        return imports == 0
                ? Health.up().build()
                : Health.status(STALLED).withDetail("imports", imports).build();
    }
}
