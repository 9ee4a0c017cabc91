package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.test.kafka.TestTopics;

/** A real process, killed while it receives and while it answers requests, and started again. */
class UpstreamKillTests {

    private static final int PARTS = 3;
    private static final int ROWS_OF_A_PART = 1_000;
    private static final int ROWS = PARTS * ROWS_OF_A_PART;
    private static final List<String> IDS = List.of("k-1", "k-2", "k-3");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Records of all requests come shuffled, each of them twice. */
    @Test
    void makesOneImportOfEachRequestAndAnswersItWhole(@TempDir Path folder) throws Exception {
        try (StandaloneProcess child = new StandaloneProcess(folder)) {
            child.start();
            EnrolmentHistory.record(child.jdbc());
            List<ProducerRecord<String, byte[]>> records = records(child.jdbc());
            TestTopics topics = child.topics();

            records.subList(0, records.size() / 2).forEach(topics::send);
            awaitCount(child.jdbc(), "select count(*) from imports.upstream_part", 1);
            child.kill();
            child.start();
            records.subList(records.size() / 2, records.size()).forEach(topics::send);
            awaitCount(
                    child.jdbc(),
                    "select count(*) from imports.upstream_reply where rows_through > 0",
                    1);
            child.kill();
            child.start();
            String answered =
                    """
                    select count(*) from imports.upstream_reply
                    where type = 'COMPLETED' and published_at is not null
                    """;
            awaitCount(child.jdbc(), answered, IDS.size());

            EnrolmentHistory history = new EnrolmentHistory(child.jdbc());
            assertThat(history.repeats()).isZero();
            assertThat(imports(child.jdbc())).hasSize(IDS.size());
            imports(child.jdbc()).forEach(id -> assertThat(history.rowsEndedBy(id)).hasSize(ROWS));
            IDS.forEach(id -> assertThat(answers(topics, id)).isEqualTo(expected(id)));
        }
    }

    private static List<ProducerRecord<String, byte[]>> records(JdbcClient jdbc) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (String id : IDS) {
            Learners.Cohort cohort = new Learners(jdbc).enrolled(ROWS);
            records.add(record(id, "opened", "\"mode\":\"APPLY\""));
            for (int part = 0; part < PARTS; part++) {
                records.add(record(id, "rows", rows(cohort, part)));
            }
            records.add(record(id, "closed", "\"parts\":%d,\"rows\":%d".formatted(PARTS, ROWS)));
        }
        records.addAll(List.copyOf(records));
        Collections.shuffle(records, new Random(1));
        return records;
    }

    private static String rows(Learners.Cohort cohort, int part) {
        return IntStream.rangeClosed(1, ROWS_OF_A_PART)
                .mapToObj(i -> cohort.username(part * ROWS_OF_A_PART + i))
                .map(
                        username ->
                                "{\"username\":\"%s\",\"activityReference\":\"%s\",\"sendEmail\":false}"
                                        .formatted(username, cohort.reference()))
                .collect(Collectors.joining(",", "\"part\":" + (part + 1) + ",\"rows\":[", "]"));
    }

    private static ProducerRecord<String, byte[]> record(String id, String type, String data) {
        String event =
                """
                {"specversion":"1.0","id":"1","source":"/hr","type":"org.unenrol.import.%s","data":{"requestId":"%s",%s}}
                """
                        .formatted(type, id, data);
        return new ProducerRecord<>(
                "unenrolment.requests.hr", id, event.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitCount(JdbcClient jdbc, String sql, int least) {
        Awaitility.await(sql)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> jdbc.sql(sql).query(Integer.class).single() >= least);
    }

    private static List<String> imports(JdbcClient jdbc) {
        return jdbc.sql("select id::text from imports.import where source = 'hr'")
                .query(String.class)
                .list();
    }

    /** The ids of the answers to a request, each where it first came. */
    private static List<String> answers(TestTopics topics, String requestId) {
        return topics.records("unenrolment.replies.hr").stream()
                .filter(reply -> requestId.equals(reply.key()))
                .map(reply -> reply.headers().lastHeader("ce_id").value())
                .map(id -> new String(id, StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    private static List<String> expected(String requestId) {
        return Stream.of(
                        Stream.of("accepted"),
                        IntStream.range(0, ROWS).mapToObj(i -> "row/" + i),
                        Stream.of("completed"))
                .flatMap(suffixes -> suffixes)
                .map(suffix -> "hr/" + requestId + "/" + suffix)
                .toList();
    }
}
