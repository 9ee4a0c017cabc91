package org.unenrol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.TaskScheduler;

/**
 * Starts consumers again that have ended although nobody stopped them. Spring Kafka lets a consumer
 * thread end when its listener throws an {@link Error}; the process would live on and consume less,
 * or nothing.
 */
final class ListenerRestarter {

    private static final Logger log = LoggerFactory.getLogger(ListenerRestarter.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TaskScheduler scheduler;
    private final Set<MessageListenerContainer> ailing = ConcurrentHashMap.newKeySet();

    ListenerRestarter(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    void on(ConsumerStoppedEvent event) {
        MessageListenerContainer container = event.getContainer(MessageListenerContainer.class);
        if (event.getReason() != Reason.NORMAL && ailing.add(container)) {
            ScheduledFuture<?> unused =
                    scheduler.schedule(() -> restart(container), Instant.now().plus(PAUSE));
        }
    }

    /** All its threads: a container does not start one of them alone. */
    private void restart(MessageListenerContainer container) {
        ailing.remove(container);
        log.warn("listener {} is started again", container.getListenerId());
        container.stop();
        container.start();
    }
}
