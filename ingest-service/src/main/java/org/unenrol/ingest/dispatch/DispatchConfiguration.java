package org.unenrol.ingest.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.ledger.dispatch.StalledImports;
import org.unenrol.service.WorkLoop;

/** The threads of the dispatcher and of the reconciler. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    @Bean
    WorkLoop dispatchLoop(Dispatcher dispatcher) {
        return new WorkLoop("dispatch", 1, Duration.ofMillis(250), dispatcher::round);
    }

    @Bean
    WorkLoop reconcileLoop(Reconciler reconciler) {
        return new WorkLoop(
                "reconcile",
                1,
                Duration.ofSeconds(2),
                () -> {
                    reconciler.round();
                    return WorkLoop.Then.LATER;
                });
    }

    @Bean
    StalledImportsHealth stalledImportsHealthIndicator(StalledImports stalled) {
        return new StalledImportsHealth(stalled, STANDSTILL);
    }

    @Bean
    Gauge stalledImportsGauge(MeterRegistry meters, StalledImports stalled) {
        return Gauge.builder("unenrol.imports.stalled", () -> stalled.count(STANDSTILL))
                .description("Imports without progress for a minute or longer")
                .register(meters);
    }
}
