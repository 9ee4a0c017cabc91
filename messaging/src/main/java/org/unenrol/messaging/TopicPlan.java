package org.unenrol.messaging;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.unenrol.model.Topics;

/**
 * The topics as they are created where they do not exist yet; existing ones are left as they are.
 */
final class TopicPlan {

    private static final int ROW_PARTITIONS = 12;

    private TopicPlan() {}

    static List<NewTopic> topics() {
        return List.of(
                topic(Topics.ROWS, ROW_PARTITIONS),
                topic(Topics.OUTCOMES, ROW_PARTITIONS),
                topic(Topics.IMPORT_EVENTS, 1),
                topic(Topics.deadLettersOf(Topics.ROWS), 1),
                topic(Topics.deadLettersOf(Topics.OUTCOMES), 1));
    }

    private static NewTopic topic(String name, int partitions) {
        return TopicBuilder.name(name).partitions(partitions).build();
    }
}
