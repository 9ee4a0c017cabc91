package org.unenrol.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A request for the rows of learners, in records of so many rows.
 *
 * @param learners their numbers, in the order of the rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRequest(String requestId, int[] learners) {

    static final String SOURCE = "hr";

    private static final String TOPIC = "unenrolment.requests." + SOURCE;
    private static final int ROWS_OF_A_PART = 5_000;

    /** The settings with which ingest-service knows the source. */
    static Stream<String> settings() {
        return Stream.of("account=" + Deployment.ADMINISTRATOR, "modes=APPLY")
                .map(setting -> "--unenrol.upstream.sources." + SOURCE + "." + setting);
    }

    /** The records, made one after the other; a single one where the rows fit into it. */
    Iterator<ProducerRecord<String, byte[]>> records() {
        int parts = (learners.length + ROWS_OF_A_PART - 1) / ROWS_OF_A_PART;
        if (parts == 1) {
            return Stream.of(record("requested", "\"mode\":\"APPLY\"," + rows(0))).iterator();
        }
        String end = "\"parts\":%d,\"rows\":%d".formatted(parts, learners.length);
        return Stream.of(
                        Stream.of(record("opened", "\"mode\":\"APPLY\"")),
                        IntStream.range(0, parts).mapToObj(this::part),
                        Stream.of(record("closed", end)))
                .flatMap(some -> some)
                .iterator();
    }

    private ProducerRecord<String, byte[]> part(int index) {
        return record("rows", "\"part\":%d,%s".formatted(index + 1, rows(index)));
    }

    private String rows(int part) {
        int end = Math.min(learners.length, (part + 1) * ROWS_OF_A_PART);
        return Arrays.stream(learners, part * ROWS_OF_A_PART, end)
                .mapToObj(EventRequest::row)
                .collect(Collectors.joining(",", "\"rows\":[", "]"));
    }

    private static String row(int learner) {
        return "{\"username\":\"%s\",\"activityReference\":\"%s\",\"sendEmail\":false}"
                .formatted(Roster.username(learner), Roster.reference(learner));
    }

    private ProducerRecord<String, byte[]> record(String type, String members) {
        String data = "{\"requestId\":\"%s\",%s}".formatted(requestId, members);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, requestId, data.getBytes(UTF_8));
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        record.headers().add("ce_type", ("org.unenrol.import." + type).getBytes(UTF_8));
        return record;
    }
}
