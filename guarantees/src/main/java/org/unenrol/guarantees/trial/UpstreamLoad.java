package org.unenrol.guarantees.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.unenrol.guarantees.load.RosterRequest;
import org.unenrol.guarantees.load.UpstreamSource;
import org.unenrol.guarantees.system.Stage;

/** The requests of a run: publishes their records and keeps what is known of them for the judge. */
final class UpstreamLoad {

    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final String PROCESSED =
            """
            select count(*) > 0 from imports.progress p
            join imports.upstream_request q using (import_id)
            where q.request_id = any(:ids) and received > 0
            """;
    private static final String ANSWERED =
            """
            select count(*) = cardinality(:ids) from imports.upstream_request q
            where q.request_id = any(:ids) and (
                select bool_and(published_at is not null) and bool_or(type <> 'ACCEPTED')
                from imports.upstream_reply r where r.request = q.id)
            """;

    private final Run run;
    private final Stage stage;
    private final Path folder;
    private final long seed;
    private final List<RosterRequest> requests = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    /**
     * Has no requests yet.
     *
     * @param folder for what is known of them
     */
    UpstreamLoad(Run run, Path folder, long seed) {
        this.run = run;
        this.stage = run.stage();
        this.folder = folder;
        this.seed = seed;
    }

    /** Draws a request of each source for so many rows, and another one that is to be refused. */
    UpstreamLoad draw(int rows) {
        for (UpstreamSource source : UpstreamSource.values()) {
            RosterRequest request = RosterRequest.of(source, run.roster(rows));
            requests.add(request);
            records.addAll(request.records());
            records.add(request.empty());
            keep(request, request.requestId(), "ACCEPTED");
            keep(request, request.emptyId(), "REFUSED");
        }
        records.addAll(List.copyOf(records));
        Collections.shuffle(records, new Random(seed));
        return this;
    }

    private void keep(RosterRequest request, String requestId, String answer) {
        Properties known = new Properties();
        known.setProperty("source", request.source().id());
        known.setProperty("requestId", requestId);
        known.setProperty("mode", request.source().mode());
        known.setProperty("answer", answer);
        List<String> rows =
                answer.equals("REFUSED")
                        ? List.of()
                        : request.rows().stream().map(cells -> String.join("\t", cells)).toList();
        try {
            Path kept = Files.createDirectories(folder.resolve(requestId));
            Files.write(kept.resolve("rows"), rows);
            try (Writer out = Files.newBufferedWriter(kept.resolve("request.properties"))) {
                known.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish() {
        publish(records);
    }

    void publishHalf() {
        publish(records.subList(0, records.size() / 2));
    }

    void publishRest() {
        publish(records.subList(records.size() / 2, records.size()));
    }

    /** As a sender does: until the broker has acknowledged each of them. */
    private void publish(List<ProducerRecord<String, byte[]>> some) {
        Map<String, Object> broker = Map.of("bootstrap.servers", stage.broker().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = some.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until some rows of a request have been received. */
    void awaitPart() {
        await(
                "a part has come",
                """
                select count(*) > 0 from imports.upstream_part p
                join imports.upstream_request q on q.id = p.request
                where q.request_id = any(:ids)
                """);
    }

    void awaitAccepted() {
        await(
                "all are accepted",
                """
                select count(import_id) = cardinality(:ids) from imports.upstream_request
                where request_id = any(:ids)
                """);
    }

    /** Waits until the first row has an outcome. */
    void awaitProcessed() {
        await("rows are settled", PROCESSED);
    }

    /** Waits until the replies to some rows are marked as published. */
    void awaitRowsAnswered() {
        await(
                "rows are answered",
                """
                select count(*) > 0 from imports.upstream_reply r
                join imports.upstream_request q on q.id = r.request
                where q.request_id = any(:ids) and r.rows_through > 0
                """);
    }

    /** Waits for the first outcome, though not for long: the judge will say what is missing. */
    void awaitProcessedInTime() {
        awaitInTime(PROCESSED);
    }

    /** Waits until all is answered, though not for long. */
    void awaitAnsweredInTime() {
        awaitInTime(ANSWERED);
    }

    /** Waits until all is answered, though not for longer than that. */
    void awaitAnswered(Duration patience) {
        awaitWithin(patience, ANSWERED);
    }

    private void awaitInTime(String sql) {
        awaitWithin(SHORT, sql);
    }

    private void awaitWithin(Duration time, String sql) {
        try {
            await(sql, sql, time);
        } catch (ConditionTimeoutException e) {
            // The judge will say so.
        }
    }

    private void await(String what, String sql) {
        await(what, sql, Duration.ofMinutes(3));
    }

    private void await(String what, String sql, Duration time) {
        Awaitility.await(what)
                .atMost(time)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> isTrue(sql));
    }

    private boolean isTrue(String sql) {
        return stage.jdbc().sql(sql).param("ids", ids()).query(Boolean.class).single();
    }

    private String[] ids() {
        return requests.stream().map(RosterRequest::requestId).toArray(String[]::new);
    }

    /** The imports that the ledger tells the requests have become, by their ids. */
    Map<String, Submission> submissions() {
        Map<String, Submission> all = new HashMap<>();
        for (RosterRequest request : requests) {
            stage.jdbc()
                    .sql(
                            """
                            select id::text, submitted_at from imports.import
                            where id = (
                                select import_id from imports.upstream_request
                                where source = :source and request_id = :requestId)
                            """)
                    .param("source", request.source().id())
                    .param("requestId", request.requestId())
                    .query(
                            row -> {
                                all.put(
                                        row.getString("id"),
                                        Submission.of(
                                                request,
                                                row.getTimestamp("submitted_at").toInstant()));
                            });
        }
        return all;
    }
}
