package org.unenrol.guarantees.fault;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.unenrol.guarantees.system.Stage;

/**
 * Sends rows of imports that have ended once more. Before, what was wrong with some of them is set
 * right, as the product's own sentences ask for: an activity that did not exist gets its reference,
 * with everybody enrolled whom the rows name.
 */
public final class LateRows {

    private static final int RECORDS = 500;
    private static final Pattern ROW =
            Pattern.compile(
                    "\"importId\":\"([^\"]+)\".*\"username\":\"([^\"]+)\".*\"activityReference\":\"([^\"]+)\"");

    private final Stage stage;

    public LateRows(Stage stage) {
        this.stage = stage;
    }

    /** Sends them; returns how many. */
    public int send() throws Exception {
        Redelivery topic = new Redelivery(stage.broker()).recent("unenrolment.rows", RECORDS);
        Set<String> ended = endedImports();
        List<ConsumerRecord<byte[], byte[]>> late =
                topic.records().stream().filter(one -> isOf(ended, one)).toList();
        late.forEach(this::setRight);
        topic.send(late);
        return late.size();
    }

    private Set<String> endedImports() {
        return new HashSet<>(
                stage.jdbc()
                        .sql(
                                """
                                select import_id::text from imports.progress
                                where state in ('COMPLETED', 'CANCELLED')
                                """)
                        .query(String.class)
                        .list());
    }

    private static boolean isOf(Set<String> ended, ConsumerRecord<byte[], byte[]> one) {
        Matcher row = ROW.matcher(text(one));
        return row.find() && ended.contains(row.group(1));
    }

    private static String text(ConsumerRecord<byte[], byte[]> one) {
        return one.value() == null ? "" : new String(one.value(), StandardCharsets.UTF_8);
    }

    private void setRight(ConsumerRecord<byte[], byte[]> one) {
        Matcher row = ROW.matcher(text(one));
        if (row.find() && row.group(3).endsWith("-NONE")) {
            stage.jdbc()
                    .sql(
                            """
                            insert into lms.activity (kind, title, external_reference, area)
                            select 'COURSE', 'Late', :reference, min(name) from lms.area
                            on conflict do nothing
                            """)
                    .param("reference", row.group(3))
                    .update();
            stage.jdbc()
                    .sql(
                            """
                            insert into lms.enrolment (user_id, activity_id, enrolled_at)
                            select u.id, a.id, now() - interval '1 day' from lms.app_user u, lms.activity a
                            where u.username_key = :username and a.external_reference = :reference
                            on conflict do nothing
                            """)
                    .param("username", row.group(2))
                    .param("reference", row.group(3))
                    .update();
        }
    }
}
