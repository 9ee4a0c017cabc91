package org.unenrol.messaging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;

/** Tells how far consumer groups have come, as the broker knows it. */
public final class TopicReaders {

    private static final int PATIENCE_MILLIS = 10_000;

    private final KafkaAdmin admin;

    TopicReaders(KafkaAdmin admin) {
        this.admin = admin;
    }

    /**
     * Tells how far a group has read a topic. The group is asked first: what it has caused when it
     * was asked is on any topic that is looked at afterwards.
     *
     * @throws KafkaException when the broker does not tell
     */
    public TopicReading of(String topic, String group) {
        try (Admin client = Admin.create(settings())) {
            return read(client, topic, group);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not tell how far a topic is read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking how far a topic is read", e);
        }
    }

    private static TopicReading read(Admin client, String topic, String group)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                client.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        TopicDescription description =
                requireNonNull(
                        client.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        List<TopicPartition> partitions =
                description.partitions().stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .toList();
        List<Long> begins = offsets(client, partitions, OffsetSpec.earliest());
        List<Long> ends = offsets(client, partitions, OffsetSpec.latest());
        List<Long> readThrough = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++) {
            long read = read(committed.get(partitions.get(i)), ends.get(i));
            readThrough.add(Math.max(begins.get(i), read));
        }
        return new TopicReading(description.topicId().toString(), ends, readThrough);
    }

    /** An offset beyond the end is one of a topic that had the same name. */
    private static long read(@Nullable OffsetAndMetadata committed, long end) {
        return committed == null || committed.offset() > end ? 0 : committed.offset();
    }

    private static List<Long> offsets(
            Admin client, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(one -> asked.put(one, which));
        ListOffsetsResult told = client.listOffsets(asked);
        List<Long> offsets = new ArrayList<>();
        for (TopicPartition one : partitions) {
            offsets.add(told.partitionResult(one).get().offset());
        }
        return offsets;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(admin.getConfigurationProperties());
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return settings;
    }
}
