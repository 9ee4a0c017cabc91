package org.unenrol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.TaskScheduler;

/**
 * Looks now and then for missing topics and creates them. Spring Kafka does so at the start only: a
 * broker that was away then, or has lost its data since, would never get them.
 */
final class TopicKeeper {

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final KafkaAdmin admin;
    private final TaskScheduler scheduler;

    TopicKeeper(KafkaAdmin admin, TaskScheduler scheduler) {
        this.admin = admin;
        this.scheduler = scheduler;
    }

    /** What goes wrong is logged by the scheduler, and tried again. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(
                        admin::initialize, Instant.now().plus(INTERVAL), INTERVAL);
    }
}
