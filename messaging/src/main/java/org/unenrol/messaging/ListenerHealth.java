package org.unenrol.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Tells when a consumer thread has ended for another reason than an orderly stop, of which Spring
 * Kafka keeps quiet, and when what it has received fails again and again for long: the process
 * lives on and gets nowhere.
 */
final class ListenerHealth implements HealthIndicator {

    private final Map<String, String> stopped = new ConcurrentHashMap<>();

    private final RetriedBatches retried;

    ListenerHealth(MeterRegistry meters, RetriedBatches retried) {
        this.retried = retried;
        Gauge.builder("unenrol.listeners.stopped", stopped, Map::size)
                .description("Consumer threads that ended although nobody stopped them")
                .register(meters);
    }

    @EventListener
    void on(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            stopped.put(nameOf(event), event.getReason().name());
        }
    }

    @EventListener
    void on(ConsumerStartedEvent event) {
        stopped.remove(nameOf(event));
    }

    @Override
    public Health health() {
        Map<String, Object> details = new TreeMap<>(stopped);
        retried.stuck().forEach(partition -> details.put(partition, "RETRIED"));
        return details.isEmpty() ? Health.up().build() : Health.down().withDetails(details).build();
    }

    private static String nameOf(KafkaEvent event) {
        String id = event.getSource(MessageListenerContainer.class).getListenerId();
        return id == null ? "unnamed" : id;
    }
}
