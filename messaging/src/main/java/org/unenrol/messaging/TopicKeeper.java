package org.unenrol.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.TaskScheduler;
import org.unenrol.model.Topics;

/**
 * Creates the topics that are missing, before the listeners start and then every 15 seconds: a
 * broker that was away at the start, or has lost its data since, gets them too. A topic that is
 * there is left as it is, where Spring Kafka would give it more partitions; but topics of dead
 * letters get the time for which their records are kept.
 */
final class TopicKeeper implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int PATIENCE_MILLIS = 10_000;

    private final KafkaAdmin admin;
    private final TaskScheduler scheduler;
    private final List<NewTopic> topics;
    private final DeadLetterRetention retention;

    TopicKeeper(
            KafkaAdmin admin,
            TaskScheduler scheduler,
            List<NewTopic> topics,
            DeadLetterRetention retention) {
        this.retention = retention;
        this.admin = admin;
        this.topics = topics;
        this.scheduler = scheduler;
    }

    @Override
    public void afterSingletonsInstantiated() {
        keep();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(
                        this::keep, Instant.now().plus(INTERVAL), INTERVAL);
    }

    /** A failure is logged, and the work tried again when the interval is over. */
    private void keep() {
        try (Admin client = Admin.create(settings())) {
            createMissing(client);
            retention.apply(
                    client,
                    topics.stream().map(NewTopic::name).filter(Topics::isOfDeadLetters).toList());
        } catch (ExecutionException | KafkaException e) {
            log.error("topics: will look again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void createMissing(Admin client) throws ExecutionException, InterruptedException {
        Set<String> there = client.listTopics().names().get();
        List<NewTopic> missing =
                topics.stream().filter(topic -> !there.contains(topic.name())).toList();
        for (var created : client.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get();
                log.info("topic {} created", created.getKey());
            } catch (ExecutionException e) {
                // Another instance was quicker.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(admin.getConfigurationProperties());
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return settings;
    }
}
