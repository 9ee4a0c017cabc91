package org.unenrol.guarantees.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.unenrol.guarantees.load.Dialect;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.load.Organisation;
import org.unenrol.guarantees.system.Stage;

/**
 * Writes as somebody who can reach the broker and has no key: rows that unenrol a learner, of an
 * import that nobody has submitted and of verifications that are under way; outcomes of rows that
 * are under way, with mails to strangers. The judge knows them by their names.
 */
final class ForgedRecords {

    private static final String ROWS = "unenrolment.rows";
    private static final String OUTCOMES = "unenrolment.outcomes";
    private static final String INVENTED = "f04ed000-";
    private static final int BEYOND_EVERY_FILE = 9_000_000;
    private static final int OUTCOMES_EACH = 10;

    private final Stage stage;

    ForgedRecords(Stage stage) {
        this.stage = stage;
    }

    /** Sends them; returns how many have to be set aside. */
    int send() throws Exception {
        int sent = 0;
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", stage.broker().bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (ProducerRecord<String, String> one : records()) {
                producer.send(one).get();
                sent++;
            }
        }
        return sent;
    }

    private List<ProducerRecord<String, String>> records() {
        LearnerRoster victims = LearnerRoster.of(2, Dialect.PLAIN, 0, System.nanoTime());
        new Organisation(stage.jdbc()).make(victims);
        String invented = INVENTED + UUID.randomUUID().toString().substring(INVENTED.length());
        List<ProducerRecord<String, String>> records =
                new ArrayList<>(List.of(row(invented, 1, victims)));
        for (String verification : underWay("VERIFY_ONLY")) {
            records.add(row(verification, BEYOND_EVERY_FILE, victims));
        }
        for (String applied : underWay("APPLY")) {
            int last = last(applied);
            for (int row = Math.max(1, last - OUTCOMES_EACH + 1); row <= last; row++) {
                records.add(outcome(applied, row));
            }
        }
        return records;
    }

    private List<String> underWay(String mode) {
        return stage.jdbc()
                .sql(
                        """
                        select id::text from imports.import i
                        join imports.progress p on p.import_id = i.id
                        where p.state = 'PROCESSING' and i.mode = :mode
                        """)
                .param("mode", mode)
                .query(String.class)
                .list();
    }

    private int last(String id) {
        return stage.jdbc()
                .sql("select total from imports.progress where import_id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static ProducerRecord<String, String> row(String id, int row, LearnerRoster victims) {
        return record(
                ROWS,
                victims.enrolledUsername(),
                id + "/" + row,
                """
                {"importId":"%s","row":%d,"spreadsheetRow":2,"line":2,"mode":"APPLY",
                "submittedAt":"2999-01-01T00:00:00Z","submittedBy":"global.admin",
                "username":"%s","activityReference":"%s","sendEmail":"YES"}
                """
                        .formatted(
                                id, row, victims.enrolledUsername(), victims.enrolledReference()));
    }

    private static ProducerRecord<String, String> outcome(String id, int row) {
        return record(
                OUTCOMES,
                id,
                id + "/" + row,
                """
                {"importId":"%s","row":%d,"line":2,"code":"STILL_ENROLLED",
                "details":[{"kind":"HELD_BY","method":"forged"}],
                "notice":{"email":"anybody@forged.example","name":"Anybody",
                "activityTitle":"Forged","place":"LEFT"}}
                """
                        .formatted(id, row));
    }

    private static ProducerRecord<String, String> record(
            String topic, String key, String subject, String body) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, body);
        record.headers().add("ce_subject", subject.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
