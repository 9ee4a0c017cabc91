package org.unenrol.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A step that costs a row time, told by the classes that do it. */
enum Step {
    JDBC("database driver and result rows", "org.postgresql.", "org.springframework.jdbc."),
    JSON("writing and reading JSON", "tools.jackson."),
    CLIENT("Kafka client", "org.apache.kafka.clients."),
    BROKER(
            "Kafka broker",
            "kafka.",
            "org.apache.kafka.network.",
            "org.apache.kafka.storage.",
            "org.apache.kafka.server.",
            "org.apache.kafka.raft."),
    PARSE("reading the file", "org.unenrol.csv.", "com.univocity."),
    PUBLISH("making messages", "org.unenrol.messaging.", "org.springframework.kafka."),
    DISPATCH("dispatch", "org.unenrol.ingest.", "org.unenrol.intake."),
    SETTLE("settling", "org.unenrol.worker.", "org.unenrol.platform."),
    RECORD("recording and results", "org.unenrol.ledger.", "org.unenrol.notifier."),
    OTHER("other");

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final List<String> prefixes;

    Step(String words, String... prefixes) {
        this.words = words;
        this.prefixes = List.of(prefixes);
    }

    String words() {
        return words;
    }

    static Optional<Step> of(String type) {
        return Arrays.stream(values())
                .filter(step -> step.prefixes.stream().anyMatch(type::startsWith))
                .findFirst();
    }
}
