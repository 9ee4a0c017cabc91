package org.unenrol.notifier.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.notifier.NotifierLedger.ADA;
import static org.unenrol.notifier.NotifierLedger.FILES;
import static org.unenrol.notifier.NotifierLedger.JDBC;
import static org.unenrol.notifier.NotifierLedger.LIFECYCLE;
import static org.unenrol.notifier.NotifierLedger.TRANSACTION;
import static org.unenrol.notifier.NotifierLedger.TRANSACTIONS;
import static org.unenrol.notifier.NotifierLedger.find;
import static org.unenrol.notifier.NotifierLedger.submitted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.outcome.OutcomeRevision;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;
import org.unenrol.model.Detail;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.notifier.NotifierLedger;
import org.unenrol.platform.postgres.PostgresImportFence;

/** The end of an import, on a ledger and a platform in PostgreSQL. */
class ResultsBuilderTests {

    private static final PostgresImportFence FENCE = new PostgresImportFence(JDBC, TRANSACTIONS);
    private static final ResultsBuilder BUILDER =
            new ResultsBuilder(
                    new ResultsQueue(JDBC, TRANSACTION, LIFECYCLE, Duration.ofSeconds(15)),
                    FILES,
                    new ResultsText(FILES, new RowOutcomes(JDBC)),
                    new FinalOutcomes(FENCE, new OutcomeRevision(JDBC, TRANSACTION, LIFECYCLE)));

    private static final Submitter GERMAN = new Submitter("ada", "Ada", "ada@example.org", "de");

    @BeforeEach
    void clear() {
        NotifierLedger.clear();
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
    void writesTheOutcomesInTheLanguageOfTheImport() throws IOException {
        UUID id = submitted("leavers.csv", 2, Mode.APPLY, GERMAN);
        NotifierLedger.record(
                List.of(
                        RowOutcome.of(new RowId(id, 1), 2, OutcomeCode.NOT_ENROLLED),
                        new RowOutcome(
                                id,
                                2,
                                3,
                                OutcomeCode.DUPLICATE,
                                List.of(new Detail.DuplicateOf(2)),
                                null,
                                null,
                                null)));

        BUILDER.buildNext();

        assertThat(results(id))
                .isEqualTo(
                        """
                        Username,Activity external reference,Send unenrolment email,Outcome\r
                        amelia,FIRE,No,NOT_ENROLLED: Nicht eingeschrieben: Es gab nichts zu beenden.\r
                        amelia,FIRE,No,"DUPLICATE: Dieselbe Person und Aktivität wie in Zeile 2, die zählt: Löschen Sie diese Zeile."\r
                        """);
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
        assertThat(find(id).progress().received()).isZero();
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
    void endsAnImportWhoseFileIsGone() throws IOException {
        UUID id = settled(Mode.VERIFY_ONLY, OutcomeCode.READY);
        JDBC.sql("delete from imports.stored_chunk").update();

        BUILDER.buildNext();

        assertThat(find(id).state()).isEqualTo(ImportState.FAILED);
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

    private static String results(UUID id) throws IOException {
        try (InputStream results =
                FILES.open(Objects.requireNonNull(find(id).progress().resultsFile()))) {
            return new String(results.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean buildNext() {
        try {
            return BUILDER.buildNext();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID settled(Mode mode, OutcomeCode code) {
        UUID id = submitted("leavers.csv", 1, mode, ADA);
        record(id, code);
        return id;
    }

    private static void record(UUID id, OutcomeCode code) {
        NotifierLedger.record(List.of(RowOutcome.of(new RowId(id, 1), 2, code)));
    }

    /** Puts the mark of the import's first row on an enrolment. */
    private static void ended(UUID id) {
        JDBC.sql(
                        """
                        with area as (insert into lms.area values ('Safety')),
                        learner as (
                            insert into lms.app_user (username, username_key, name, email)
                            values ('amelia', 'amelia', 'Amelia', 'amelia@example.org')
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
