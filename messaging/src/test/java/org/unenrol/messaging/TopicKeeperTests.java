package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.model.Topics;

class TopicKeeperTests {

    private static final Duration KEPT = Duration.ofDays(30);

    @Test
    void createsWhatIsMissingAndLeavesWhatIsThereAsItIs(@TempDir Path folder) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder, 0);
                Admin admin = Admin.create(client(kafka))) {
            String deadRows = Topics.deadLettersOf(Topics.ROWS);
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.ROWS, 3, (short) 1),
                                    new NewTopic(deadRows, 1, (short) 1)))
                    .all()
                    .get();
            TopicKeeper keeper =
                    new TopicKeeper(
                            new KafkaAdmin(client(kafka)),
                            new ThreadPoolTaskScheduler(),
                            TopicPlan.topics(List.of()),
                            new DeadLetterRetention(KEPT));

            keeper.afterSingletonsInstantiated();
            keeper.afterSingletonsInstantiated();

            assertThat(partitions(admin, Topics.ROWS)).isEqualTo(3);
            assertThat(partitions(admin, Topics.OUTCOMES)).isEqualTo(12);
            assertThat(partitions(admin, Topics.IMPORT_EVENTS)).isEqualTo(1);
            assertThat(retention(admin, Topics.OUTCOMES)).isEqualTo(Duration.ofDays(1));
            assertThat(retention(admin, Topics.IMPORT_EVENTS)).isEqualTo(Duration.ofDays(7));
            assertThat(retention(admin, deadRows)).as("was there").isEqualTo(KEPT);
            assertThat(retention(admin, Topics.deadLettersOf(Topics.OUTCOMES))).isEqualTo(KEPT);
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private static Duration retention(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return Duration.ofMillis(
                Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value()));
    }

    private static Map<String, Object> client(LocalKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
