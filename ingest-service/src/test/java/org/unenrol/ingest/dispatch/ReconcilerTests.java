package org.unenrol.ingest.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.ingest.IngestDatabase.JDBC;
import static org.unenrol.ingest.IngestDatabase.SERVER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.ingest.IngestService;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.StalledImport;
import org.unenrol.ledger.dispatch.StalledImports;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.Topics;
import org.unenrol.service.WorkLoop;
import org.unenrol.test.kafka.TestRecordKey;
import org.unenrol.test.kafka.TestTopics;

/** Imports whose rows nobody answers, beside one that cannot be looked after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcilerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofHours(2);
    private static final int ROWS = 4;

    private LocalKafka kafka;
    private ConfigurableApplicationContext service;
    private TestTopics topics;

    @BeforeAll
    void start(@TempDir Path folder) {
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
                                "--unenrol.ledger.presumed-lost-after=1h",
                                "--unenrol.ledger.stalled-after=1h");
    }

    @AfterAll
    void stop() {
        service.close();
        kafka.close();
    }

    @AfterEach
    void clear() {
        JDBC.sql("truncate imports.import, imports.stored_file cascade").update();
    }

    @Test
    void endsAnImportWhoseFileIsDamagedAndLooksAfterTheOthers() {
        UUID damaged = published();
        UUID sound = published();
        long before = topics.everPublished(Topics.ROWS);
        JDBC.sql(
                        """
                        delete from imports.stored_chunk where file_id =
                            (select upload_file from imports.import where id = ?)
                        """)
                .param(damaged)
                .update();

        SERVER.letPass(LONG, "imports.progress", "progress_at");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(topics.everPublished(Topics.ROWS))
                                        .isEqualTo(before + ROWS));
        await().atMost(PATIENCE).until(() -> find(damaged).state() == ImportState.FAILED);
        assertThat(find(damaged).progress().failure()).isEqualTo(Damage.fileUnreadable());
        assertThat(find(sound).state()).isEqualTo(ImportState.PROCESSING);
        assertThat(fenced(damaged)).isTrue();
    }

    @Test
    void looksAfterTheOthersInTheSameRoundWhereOneCannotBe() throws IOException {
        WorkLoop loop = service.getBean("reconcileLoop", WorkLoop.class);
        UUID odd = published();
        published();
        loop.stop();
        long before = topics.everPublished(Topics.ROWS);
        JDBC.sql("update imports.import set charset = 'no such charset' where id = ?")
                .param(odd)
                .update();
        SERVER.letPass(LONG, "imports.progress", "progress_at");

        try {
            service.getBean(Reconciler.class).round();
        } finally {
            loop.start();
        }

        assertThat(topics.everPublished(Topics.ROWS)).isEqualTo(before + ROWS);
        assertThat(find(odd).state()).isEqualTo(ImportState.PROCESSING);
    }

    @Test
    void leavesAnImportOpenWhileRowsOfItAreBeingSettled() {
        UUID id = published();
        DispatchOrder order = orderOf(id);
        ImportFailure failure = service.getBean(ImportFailure.class);
        DamagedImportException cause = new DamagedImportException(Damage.fileUnreadable());

        new TransactionTemplate(SERVER.transactions())
                .executeWithoutResult(
                        transaction -> {
                            JDBC.sql(
                                            "select count(pg_advisory_xact_lock_shared(hashtextextended(?, 0)))")
                                    .param(id.toString())
                                    .query(Long.class)
                                    .single();
                            failure.end(order, cause);
                            assertThat(find(id).state()).isEqualTo(ImportState.PROCESSING);
                        });
        failure.end(order, cause);

        assertThat(find(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(fenced(id)).isTrue();
    }

    /** A real run whose rows have all been published. */
    private UUID published() {
        byte[] bytes =
                ("Username,Activity external reference,Send unenrolment email\r\n"
                                + "amelia,FIRE,No\r\n".repeat(ROWS))
                        .getBytes(StandardCharsets.UTF_8);
        StoredFileWriter upload = service.getBean(StoredFiles.class).create();
        upload.write(bytes, 0, bytes.length);
        upload.close();
        UUID id =
                service.getBean(Imports.class)
                        .submit(
                                new NewImport(
                                        upload.id(),
                                        "leavers.csv",
                                        upload.sha256(),
                                        new Reading("UTF-8", ',', 1),
                                        ROWS,
                                        Mode.APPLY,
                                        new Submitter("ada", "Ada", "ada@example.org", "en"),
                                        new DuplicateRows(),
                                        null))
                        .importId();
        await().atMost(PATIENCE).until(() -> dispatchedThrough(id) == ROWS);
        return id;
    }

    private static int dispatchedThrough(UUID id) {
        return JDBC.sql("select dispatched_through from imports.dispatch where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private DispatchOrder orderOf(UUID id) {
        SERVER.letPass(Duration.ofMinutes(30), "imports.progress", "progress_at");
        StalledImports all =
                new StalledImports(JDBC, Duration.ofMinutes(1), LONG, Duration.ofDays(1));
        return all.all().stream()
                .map(StalledImport::order)
                .filter(order -> order.importId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Import find(UUID id) {
        return service.getBean(Imports.class).find(id).orElseThrow();
    }

    private static boolean fenced(UUID id) {
        return JDBC.sql("select exists (select from lms.fenced_import where import_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
