package org.unenrol.standalone;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One registry for the meters of all services, so that whoever asks one service sees them all. Each
 * service tags its own as it is configured to.
 */
final class SharedMeters {

    private final MeterRegistry all = new SimpleMeterRegistry();

    /** Makes a service, before it starts, put its meters here. */
    void addTo(ConfigurableApplicationContext service) {
        ((GenericApplicationContext) service)
                .registerBean(
                        "meterRegistry",
                        MeterRegistry.class,
                        () -> new CompositeMeterRegistry(Clock.SYSTEM, List.of(all)));
    }
}
