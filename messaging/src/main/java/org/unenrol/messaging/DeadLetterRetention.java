package org.unenrol.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has topics of dead letters keep their records for as long as is set, also those that were there
 * before. Records of one person cannot be deleted from a topic: they go with time.
 */
final class DeadLetterRetention {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetention.class);

    private final String millis;

    DeadLetterRetention(Duration kept) {
        this.millis = Long.toString(kept.toMillis());
    }

    /** Changes what is set otherwise. */
    void apply(Admin client, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources =
                topics.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        client.describeConfigs(resources)
                .all()
                .get()
                .forEach(
                        (topic, config) -> {
                            if (!isSet(config)) {
                                changes.put(topic, List.of(change()));
                            }
                        });
        if (!changes.isEmpty()) {
            client.incrementalAlterConfigs(changes).all().get();
            changes.keySet()
                    .forEach(topic -> log.info("topic {} keeps for {} ms", topic.name(), millis));
        }
    }

    private boolean isSet(Config config) {
        return millis.equals(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
    }

    private AlterConfigOp change() {
        return new AlterConfigOp(
                new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, millis), AlterConfigOp.OpType.SET);
    }
}
