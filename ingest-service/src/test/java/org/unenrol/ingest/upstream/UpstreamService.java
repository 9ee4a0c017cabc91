package org.unenrol.ingest.upstream;

import static org.awaitility.Awaitility.await;
import static org.unenrol.ingest.IngestDatabase.JDBC;
import static org.unenrol.ingest.IngestDatabase.SERVER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.ingest.IngestService;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** The service with two upstream systems, a broker of its own, and nobody who settles rows. */
final class UpstreamService implements AutoCloseable {

    static final String HR = "unenrolment.requests.hr";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalKafka kafka;
    private final ConfigurableApplicationContext service;
    private final TestTopics topics;

    UpstreamService(Path folder) {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        topics = new TestTopics(kafka.bootstrapServers());
        service =
                IngestService.application()
                        .run(
                                "--server.port=0",
                                TestRecordKey.argument(),
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--spring.datasource.url=" + SERVER.getJdbcUrl(),
                                "--spring.datasource.username=" + SERVER.getUsername(),
                                "--spring.datasource.password=" + SERVER.getPassword(),
                                "--unenrol.upstream.largest-record=300KB",
                                "--unenrol.upstream.sources.hr.account=hr.system",
                                "--unenrol.upstream.sources.hr.modes=APPLY,VERIFY_ONLY",
                                "--unenrol.upstream.sources.hr.completion-email=hr@example.org",
                                "--unenrol.upstream.sources.hr.most-rows=2000",
                                "--unenrol.upstream.sources.records.account=nobody",
                                "--unenrol.upstream.sources.records.completion-email=none");
        Accounts accounts = service.getBean(Accounts.class);
        accounts.add(
                new Account(
                        "hr.system",
                        "HR system",
                        "hr.system@example.org",
                        Role.CONTENT_ADMINISTRATOR,
                        "de",
                        null));
        accounts.grant("hr.system", Set.of());
    }

    TestTopics topics() {
        return topics;
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** Publishes an event in binary mode. */
    void publish(String topic, @Nullable String key, String type, String data) {
        publish(topic, key, Map.of("ce_specversion", "1.0", "ce_type", type), data);
    }

    void publish(
            String topic,
            @Nullable String key,
            Map<String, String> headers,
            @Nullable String body) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        topic, key, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        topics.send(record);
    }

    /** Waits for the first answer to a request: its type, or the reason of a refusal. */
    String answerTo(String requestId) {
        return await(requestId)
                .atMost(PATIENCE)
                .until(() -> answers(requestId), one -> !one.isEmpty())
                .get(0);
    }

    /** The answers to a request so far: types, and reasons of refusals. */
    List<String> answers(String requestId) {
        return JDBC.sql(
                        """
                        select coalesce(r.body ->> 'reason', r.type) from imports.upstream_reply r
                        join imports.upstream_request q on q.id = r.request
                        where q.request_id = ? order by r.id
                        """)
                .param(requestId)
                .query(String.class)
                .list();
    }

    /** The refusal of a request, as JSON. */
    String refusalOf(String requestId) {
        answerTo(requestId);
        return JDBC.sql(
                        """
                        select r.body::text from imports.upstream_reply r
                        join imports.upstream_request q on q.id = r.request
                        where q.request_id = ? order by r.id limit 1
                        """)
                .param(requestId)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        service.close();
        kafka.close();
    }
}
