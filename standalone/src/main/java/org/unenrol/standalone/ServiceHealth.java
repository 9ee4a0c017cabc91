package org.unenrol.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;

/** The health of a service that answers no HTTP itself: that of its Kafka listeners. */
final class ServiceHealth implements HealthIndicator {

    private volatile @Nullable ApplicationContext service;

    void isOf(ApplicationContext started) {
        service = started;
    }

    @Override
    public @Nullable Health health() {
        ApplicationContext started = service;
        return started == null
                ? Health.outOfService().withDetail("reason", "it has not started yet").build()
                : started.getBean("kafkaListeners", HealthIndicator.class).health();
    }
}
