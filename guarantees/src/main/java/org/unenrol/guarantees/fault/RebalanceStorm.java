package org.unenrol.guarantees.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.unenrol.guarantees.system.Broker;

/**
 * Four more members that join the workers' group and leave it again every half second. They take
 * partitions and records away from the workers, and never commit anything.
 */
final class RebalanceStorm {

    private static final int MEMBERS = 4;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private RebalanceStorm() {}

    static Fault.Healing begin(Broker broker) {
        AtomicBoolean on = new AtomicBoolean(true);
        List<Thread> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Thread member = new Thread(() -> toggle(broker, on), "member " + i);
            member.setDaemon(true);
            member.start();
            members.add(member);
        }
        return () -> {
            on.set(false);
            for (Thread member : members) {
                member.join();
            }
        };
    }

    private static void toggle(Broker broker, AtomicBoolean on) {
        while (on.get()) {
            try (KafkaConsumer<byte[], byte[]> member = member(broker)) {
                member.subscribe(List.of("unenrolment.rows"));
                member.poll(HALF_A_SECOND);
            } catch (KafkaException e) {
                // The broker is broken too; the next one may have more luck.
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> member(Broker broker) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        "unenrol-worker",
                        "enable.auto.commit",
                        false,
                        "session.timeout.ms",
                        6_000,
                        "default.api.timeout.ms",
                        5_000,
                        "request.timeout.ms",
                        4_000,
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
