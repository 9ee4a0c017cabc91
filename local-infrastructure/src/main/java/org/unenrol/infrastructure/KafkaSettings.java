package org.unenrol.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The broker's settings: one node that is broker and controller, for a small machine. */
final class KafkaSettings {

    private final Properties properties = new Properties();
    private final Path logs;

    KafkaSettings(Path folder, int port, int controllerPort) {
        this.logs = folder.resolve("logs");
        if (logs.toString().contains(",")) {
            throw new LocalInfrastructureException(
                    "Kafka can use no folder with a comma in its name, which "
                            + folder
                            + " has: choose another folder (UNENROL_DATA_DIR).");
        }
        oneNode(port, controllerPort);
        oneReplica();
        smallMachine();
        quickRestart();
    }

    private void oneNode(int port, int controllerPort) {
        set("process.roles", "broker,controller");
        set("node.id", 1);
        set("log.dirs", logs);
        set(
                "listeners",
                listener("PLAINTEXT", port) + "," + listener("CONTROLLER", controllerPort));
        set("advertised.listeners", listener("PLAINTEXT", port));
        set("controller.listener.names", "CONTROLLER");
        set("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        set("controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort);
        set("auto.create.topics.enable", false);
    }

    private static String listener(String name, int port) {
        return name + "://" + Ports.LOOPBACK + ":" + port;
    }

    private void oneReplica() {
        set("default.replication.factor", 1);
        set("min.insync.replicas", 1);
        set("offsets.topic.replication.factor", 1);
        set("offsets.topic.num.partitions", 4);
        set("transaction.state.log.replication.factor", 1);
        set("transaction.state.log.min.isr", 1);
        set("transaction.state.log.num.partitions", 4);
        set("share.coordinator.state.topic.replication.factor", 1);
        set("share.coordinator.state.topic.min.isr", 1);
        set("share.coordinator.state.topic.num.partitions", 4);
    }

    private void smallMachine() {
        set("num.network.threads", 2);
        set("num.io.threads", 2);
        set("background.threads", 2);
        set("log.cleaner.threads", 1);
        set("log.cleaner.dedupe.buffer.size", 2 * 1024 * 1024);
        set("log.segment.bytes", 64 * 1024 * 1024);
        set("group.initial.rebalance.delay.ms", 0);
    }

    /** After a crash the controller first waits until the session of the dead broker ends. */
    private void quickRestart() {
        set("broker.session.timeout.ms", 3_000);
        set("broker.heartbeat.interval.ms", 500);
        set("num.recovery.threads.per.data.dir", 2);
    }

    void set(Map<String, String> settings) {
        settings.forEach(this::set);
    }

    private void set(String key, Object value) {
        properties.setProperty(key, value.toString());
    }

    Properties properties() {
        return properties;
    }

    Path logs() {
        return logs;
    }

    void writeTo(Path file) throws IOException {
        OwnerOnly.write(file, List.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }
}
