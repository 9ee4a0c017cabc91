package org.unenrol.guarantees.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The number of records on the dead-letter topics. */
public record DeadLetterCount(String broker) {

    private static final List<String> TOPICS =
            List.of(
                    "unenrolment.rows-dlt",
                    "unenrolment.outcomes-dlt",
                    "unenrolment.requests.hr-dlt",
                    "unenrolment.requests.sis-dlt",
                    "unenrolment.requests.idm-dlt");

    public int count() throws InterruptedException {
        long all = 0;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (String topic : TOPICS) {
                all += count(admin, new TopicPartition(topic, 0));
            }
        }
        return Math.toIntExact(all);
    }

    private static long count(Admin admin, TopicPartition partition) throws InterruptedException {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IllegalStateException(e);
        }
    }
}
