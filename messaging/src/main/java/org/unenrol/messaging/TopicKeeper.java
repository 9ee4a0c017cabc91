package org.unenrol.messaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Looks now and then for missing topics and creates them. Spring Kafka does so at the start only: a
 * broker that was away then, or has lost its data since, would never get them.
 */
final class TopicKeeper implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final KafkaAdmin admin;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(TopicKeeper::thread);

    TopicKeeper(KafkaAdmin admin) {
        this.admin = admin;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long millis = INTERVAL.toMillis();
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            admin.initialize();
        } catch (RuntimeException e) {
            // An exception that got out would end the looking.
            log.warn("the topics could not be looked for: {}", e.toString());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "topics");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
