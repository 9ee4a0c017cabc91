package org.unenrol.messaging;

import java.time.Duration;
import java.util.ArrayList;
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

    private static final int FURTHER_PARTITIONS = 6;

    private static final Duration RETENTION = Duration.ofDays(1);

    private TopicPlan() {}

    static List<NewTopic> topics(List<FurtherTopics> further) {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(dayLong(Topics.ROWS));
        topics.add(dayLong(Topics.OUTCOMES));
        topics.add(topic(Topics.IMPORT_EVENTS, 1));
        topics.add(topic(Topics.deadLettersOf(Topics.ROWS), 1));
        topics.add(topic(Topics.deadLettersOf(Topics.OUTCOMES), 1));
        for (FurtherTopics more : further) {
            more.withPartitions().forEach(name -> topics.add(topic(name, FURTHER_PARTITIONS)));
            more.single().forEach(name -> topics.add(topic(name, 1)));
        }
        return topics;
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
