package org.unenrol.messaging;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts consumers again that have ended although nobody stopped them. Spring Kafka lets a consumer
 * thread end when its listener throws an {@link Error}; the process would live on and consume less,
 * or nothing.
 */
final class ListenerRevival implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ListenerRevival.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Set<MessageListenerContainer> ailing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "listener-revival");
                        thread.setDaemon(true);
                        return thread;
                    });

    @EventListener
    void on(ConsumerStoppedEvent event) {
        MessageListenerContainer container = event.getContainer(MessageListenerContainer.class);
        if (event.getReason() != Reason.NORMAL && ailing.add(container)) {
            ScheduledFuture<?> unused =
                    clock.schedule(
                            () -> restart(container), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** All its threads: a container does not start one of them alone. */
    private void restart(MessageListenerContainer container) {
        ailing.remove(container);
        log.warn("listener {} is started again", container.getListenerId());
        container.stop();
        container.start();
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
