package org.unenrol.messaging;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.unenrol.model.Topics;

/**
 * The topics as they are created where they do not exist yet; existing ones are left as they are.
 */
final class TopicPlan {

    private static final int ROW_PARTITIONS = 12;

    private static final Duration RETENTION = Duration.ofDays(1);

    private TopicPlan() {}

    static List<NewTopic> topics() {
        return List.of(
                dayLong(Topics.ROWS),
                dayLong(Topics.OUTCOMES),
                topic(Topics.IMPORT_EVENTS, 1),
                topic(Topics.deadLettersOf(Topics.ROWS), 1),
                topic(Topics.deadLettersOf(Topics.OUTCOMES), 1));
    }

    /** A record that has not been received for a day is lost, and then published anew. */
    private static NewTopic dayLong(String name) {
        return TopicBuilder.name(name)
                .partitions(ROW_PARTITIONS)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()))
                .build();
    }

    private static NewTopic topic(String name, int partitions) {
        return TopicBuilder.name(name).partitions(partitions).build();
    }
}
