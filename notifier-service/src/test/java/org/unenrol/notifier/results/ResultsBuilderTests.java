package org.unenrol.notifier.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.ledger.AuditTrail;
import org.unenrol.ledger.DuplicateRows;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportState;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.event.EventOutbox;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.ledger.outcome.OutcomeRevision;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.platform.postgres.PostgresImportFence;
import org.unenrol.platform.setup.LearningPlatformConfiguration;
import org.unenrol.test.database.TestDatabase;

/** The end of an import, on a ledger and a platform in PostgreSQL. */
class ResultsBuilderTests {

    private static final DataSource DATABASE =
            TestDatabase.start("notifier-results", "America/St_Johns").dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final DataSourceTransactionManager TRANSACTIONS =
            new DataSourceTransactionManager(DATABASE);
    private static final TransactionTemplate TRANSACTION = new TransactionTemplate(TRANSACTIONS);
    private static final EventOutbox EVENTS = new EventOutbox(JDBC, TRANSACTION);
    private static final StoredFiles FILES = new StoredFiles(JDBC);
    private static final Imports IMPORTS =
            new Imports(JDBC, TRANSACTION, EVENTS, new AuditTrail(JDBC));
    private static final OutcomeRecorder RECORDER = new OutcomeRecorder(JDBC, TRANSACTION);
    private static final PostgresImportFence FENCE = new PostgresImportFence(JDBC, TRANSACTIONS);
    private static final ResultsBuilder BUILDER =
            new ResultsBuilder(
                    new ResultsQueue(JDBC, TRANSACTION, EVENTS, Duration.ofSeconds(15)),
                    FILES,
                    new ResultsText(FILES, new RowOutcomes(JDBC)),
                    new FinalOutcomes(FENCE, new OutcomeRevision(JDBC, TRANSACTION)));

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas("imports")
                .locations("classpath:db/migration/imports")
                .load()
                .migrate();
        LearningPlatformConfiguration.migrationOf(DATABASE).migrate();
    }

    @BeforeEach
    void clear() {
        JDBC.sql("truncate imports.import, imports.row_outcome, imports.stored_file cascade")
                .update();
        JDBC.sql("truncate lms.app_user, lms.area, lms.fenced_import cascade").update();
    }

    @Test
    void closesAnImportOnThePlatformAndThenEndsIt() throws IOException {
        UUID id = settled(Mode.APPLY, OutcomeCode.UNENROLLED);
        ended(id);

        assertThat(BUILDER.buildNext()).isTrue();

        assertThat(find(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(fencedImports()).containsExactly(id);
    }

    @Test
    void changesNothingOnThePlatformForAVerification() throws IOException {
        UUID id = settled(Mode.VERIFY_ONLY, OutcomeCode.READY);

        BUILDER.buildNext();

        assertThat(find(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(fencedImports()).isEmpty();
    }

    @Test
    void takesBackAnOutcomeThatThePlatformContradicts() throws IOException {
        UUID id = settled(Mode.APPLY, OutcomeCode.ACTIVITY_NOT_RECOGNISED);
        ended(id);

        BUILDER.buildNext();

        assertThat(find(id).state()).isEqualTo(ImportState.PROCESSING);
        assertThat(find(id).received()).isZero();
        record(id, OutcomeCode.UNENROLLED);
        BUILDER.buildNext();
        assertThat(find(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(find(id).succeeded()).isEqualTo(1);
    }

    /** As after the platform's database has been restored: nothing would become of a repeat. */
    @Test
    void endsAnImportWhoseOutcomesTellMoreThanThePlatformKnows() throws IOException {
        UUID id = settled(Mode.APPLY, OutcomeCode.UNENROLLED);

        BUILDER.buildNext();

        assertThat(find(id).state()).isEqualTo(ImportState.COMPLETED);
    }

    @Test
    void leavesAnImportForLaterWhoseRowsAreUnderWay() {
        UUID id = settled(Mode.APPLY, OutcomeCode.UNENROLLED);

        TRANSACTION.executeWithoutResult(
                transaction -> {
                    holdOpen(id);
                    assertThat(CompletableFuture.supplyAsync(ResultsBuilderTests::buildNext))
                            .succeedsWithin(Duration.ofSeconds(20));
                });

        assertThat(find(id).state()).isEqualTo(ImportState.BUILDING_RESULTS);
        assertThat(fencedImports()).isEmpty();
    }

    private static boolean buildNext() {
        try {
            return BUILDER.buildNext();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID settled(Mode mode, OutcomeCode code) {
        byte[] bytes =
                "Username,Activity external reference,Send unenrolment email\r\namelia,FIRE,No\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        StoredFileWriter upload = FILES.create();
        upload.write(bytes, 0, bytes.length);
        upload.close();
        UUID id =
                IMPORTS.submit(
                                new NewImport(
                                        upload.id(),
                                        "leavers.csv",
                                        upload.sha256(),
                                        new Reading("UTF-8", ',', "Read as UTF-8.", 1),
                                        1,
                                        mode,
                                        new Submitter("ada", "Ada", "ada@example.org"),
                                        new DuplicateRows(),
                                        null))
                        .importId();
        record(id, code);
        return id;
    }

    private static void record(UUID id, OutcomeCode code) {
        RECORDER.record(List.of(RowOutcome.of(new RowId(id, 1), 2, code, "It is " + code + ".")));
    }

    private static Import find(UUID id) {
        return IMPORTS.find(id).orElseThrow();
    }

    /** Puts the mark of the import's first row on an enrolment. */
    private static void ended(UUID id) {
        JDBC.sql(
                        """
                        with area as (insert into lms.area values ('Safety')),
                        learner as (
                            insert into lms.app_user (username, username_key, name, email, role)
                            values ('amelia', 'amelia', 'Amelia', 'amelia@example.org', 'LEARNER')
                            returning id),
                        course as (
                            insert into lms.activity (kind, title, external_reference, area)
                            values ('COURSE', 'Fire drill', 'FIRE', 'Safety')
                            returning id)
                        insert into lms.enrolment
                            (user_id, activity_id, enrolled_at, ended_at, ended_by_import, ended_by_row)
                        select learner.id, course.id, now() - interval '1 day', now(), :id, 1
                        from learner, course
                        """)
                .param("id", id)
                .update();
    }

    /** As a worker does that has rows of the import under way. */
    private static void holdOpen(UUID id) {
        JDBC.sql("select count(pg_advisory_xact_lock_shared(hashtextextended(?, 0)))")
                .param(id.toString())
                .query(Long.class)
                .single();
    }

    private static List<UUID> fencedImports() {
        return JDBC.sql("select import_id from lms.fenced_import").query(UUID.class).list();
    }
}
