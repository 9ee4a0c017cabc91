package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.unenrol.model.Topics;
import org.unenrol.test.api.ApiClient;

/** Limits on the cost of rows, counted and not timed: they expose a loop that goes row by row. */
class CostTests {

    private static final int ROWS = 10_000;

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void sendsStatementsForBatchesAndNotForRows() {
        Learners.Cohort cohort = system.learners().enrolled(ROWS);
        byte[] csv = Csv.file().rows(cohort, 1, ROWS).bytes();

        try (SqlCount sql = SqlCount.begin()) {
            api.run(csv, false);

            assertThat(sql.statements()).isPositive().isLessThan(ROWS / 4);
        }
    }

    @Test
    void publishesEachRowAndEachOutcomeOnceInRequestsOfMany() throws Exception {
        Learners.Cohort cohort = system.learners().enrolled(ROWS);
        byte[] csv = Csv.file().rows(cohort, 1, ROWS).bytes();
        long rowsBefore = records(Topics.ROWS);
        long outcomesBefore = records(Topics.OUTCOMES);
        double requestsBefore = system.producerRequests();

        api.run(csv, false);

        // Rows of a stalled import are published again, which a slow machine may take this one for.
        assertThat(records(Topics.ROWS) - rowsBefore).isBetween((long) ROWS, 2L * ROWS);
        assertThat(records(Topics.OUTCOMES) - outcomesBefore).isBetween((long) ROWS, 2L * ROWS);
        assertThat(system.producerRequests() - requestsBefore)
                .isPositive()
                .isLessThan(ROWS / 150.0);
    }

    private long records(String topic) throws Exception {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", system.addresses().bootstrapServers());
        try (Admin admin = Admin.create(broker)) {
            Map<TopicPartition, OffsetSpec> ends =
                    admin
                            .describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            one -> new TopicPartition(topic, one.partition()),
                                            one -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
