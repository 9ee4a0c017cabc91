package org.unenrol.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.Ledger.OUTCOMES;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.retention.Purges.anew;
import static org.unenrol.ledger.retention.Purges.atRest;
import static org.unenrol.ledger.retention.Purges.days;
import static org.unenrol.ledger.retention.Purges.finish;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.Deleted;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportFixture;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.Submission;
import org.unenrol.ledger.Submitter;

class PurgeTests extends LedgerTestCase {

    private static final Submitter ADA = new Submitter("ada", "Ada", "ada@example.org", "en");
    private static final Duration DAY = days(1);

    @Test
    void keepsEverythingUntilItsTimeIsOver() {
        UUID id = atRest(anImport().ofRows(5).completedAs(UNENROLLED));
        letPass(days(29));

        assertThat(finish()).isZero();

        assertThat(find(id).progress().deleted()).isEqualTo(Deleted.NOTHING);
    }

    @Test
    void deletesMailsSoonerThanTheRest() {
        UUID id = atRest(anImport().completedAs(UNENROLLED));
        letPass(days(31));

        finish();

        assertThat(find(id).progress().deleted().mails()).isNotNull();
        assertThat(find(id).progress().resultsFile()).isNotNull();
        assertThat(rowsOf("mail")).isZero();
    }

    @Test
    void tellsReadersBeforeItDeletesTheFirstRow() {
        UUID id = atRest(anImport().ofRows(5).completedAs(UNENROLLED));
        letPass(days(91));

        anew().doSome();

        Import known = find(id);
        assertThat(known.file().upload()).isNull();
        assertThat(known.progress().resultsFile()).isNull();
        assertThat(known.progress().deleted()).hasNoNullFieldsOrProperties();
        assertThat(rowsOf("row_outcome")).isEqualTo(5);
    }

    @Test
    void goesOnWhereItWasStopped() {
        UUID id = atRest(anImport().ofRows(5).completedAs(UNENROLLED));
        letPass(days(91));

        assertThat(finish()).isGreaterThan(3);

        assertThat(OUTCOMES.page(id, 0, 10)).isEmpty();
        assertThat(rowsOf("purge_task")).isZero();
        assertThat(find(id).progress().outcomes()).containsEntry(UNENROLLED, 5);
        assertThat(find(id).succeeded()).as("counts stay").isEqualTo(5);
    }

    @Test
    void leavesAStepThatWasRolledBackForAnother() {
        atRest(anImport().ofRows(5).completedAs(UNENROLLED));
        letPass(days(91));
        anew().doSome();

        TRANSACTION.executeWithoutResult(
                status -> {
                    anew().doSome();
                    status.setRollbackOnly();
                });

        assertThat(rowsOf("row_outcome")).isEqualTo(5);
        finish();
        assertThat(rowsOf("row_outcome")).isZero();
    }

    @Test
    void leavesFilesToThoseWhoAreReadingThem() {
        atRest(anImport().completedAs(UNENROLLED));
        letPass(days(91));
        finish();

        assertThat(FILES.deleteOrphans(DAY)).isZero();
        letPass(Duration.ofMinutes(61));

        assertThat(FILES.deleteOrphans(DAY)).isPositive();
        while (FILES.deleteOrphans(DAY) > 0) {
            // Some of them at a time.
        }
        assertThat(rowsOf("stored_file")).isZero();
        assertThat(rowsOf("stored_chunk")).isZero();
    }

    @Test
    void keepsWhatIsOfAnImportThatHasNotEnded() {
        atRest(anImport().ofRows(2).settledAs(UNENROLLED));
        atRest(anImport().submitted());
        letPass(days(900));

        finish();

        assertThat(rowsOf("import")).isEqualTo(2);
        assertThat(rowsOf("row_outcome")).isEqualTo(2);
        assertThat(rowsOf("stored_chunk")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update imports.mail set state = 'QUEUED', ended_at = null",
                "update imports.import_event set published_at = null",
                "update imports.webhook_event set offered_at = null",
                "insert into imports.webhook_delivery (event_id, address, body)"
                        + " select id, 'erp', '{}' from imports.webhook_event",
                "insert into imports.upstream_reply (request, type) select id, 'COMPLETED' from"
                        + " imports.upstream_request",
                "insert into imports.folder_file (folder, name, sha256, mode, size, modified_at,"
                        + " import_id) select 'in', 'a.csv', sha256, mode, 1, now(), id from"
                        + " imports.import"
            })
    void keepsWhatIsOfAnImportOfWhichSomethingIsOwed(String owing) {
        UUID id = atRest(anImport().completedAs(UNENROLLED));
        requested(id);
        JDBC.sql(owing).update();
        letPass(days(900));

        finish();

        assertThat(find(id).progress().deleted()).isEqualTo(Deleted.NOTHING);
    }

    @Test
    void keepsAVerificationWhileItIsApplied() {
        UUID verified = atRest(anImport().verifyOnly().completedAs(READY));
        UUID applying = apply(verified).orElseThrow().importId();
        letPass(days(91));

        finish();

        assertThat(find(verified).progress().deleted()).isEqualTo(Deleted.NOTHING);
        assertThat(find(applying).file().upload()).isNotNull();
    }

    @Test
    void refusesToApplyWhatIsGone() {
        UUID verified = atRest(anImport().verifyOnly().completedAs(READY));
        letPass(days(91));
        finish();

        assertThat(apply(verified)).isEmpty();
        assertThat(rowsOf("import")).isEqualTo(1);
    }

    @Test
    void doesNotWaitForWhoIsAtAnImport() {
        UUID id = atRest(anImport().completedAs(UNENROLLED));
        letPass(days(91));

        TRANSACTION.executeWithoutResult(
                status -> {
                    JDBC.sql("select from imports.progress where import_id = ? for share")
                            .param(id)
                            .query()
                            .listOfRows();
                    CompletableFuture.runAsync(Purges::finish).join();
                    assertThat(find(id).progress().deleted()).isEqualTo(Deleted.NOTHING);
                });

        finish();
        assertThat(find(id).progress().deleted()).hasNoNullFieldsOrProperties();
    }

    @Test
    void forgetsAnImportAfterYears() {
        UUID verified = atRest(ImportFixture.anImport().verifyOnly().completedAs(READY));
        UUID applied = apply(verified).orElseThrow().importId();
        JDBC.sql(
                        "update imports.progress set state = 'COMPLETED', completed_at = now()"
                                + " where import_id = ?")
                .param(applied)
                .update();
        atRest(applied);
        requested(verified);
        letPass(days(91));
        finish();
        assertThat(rowsOf("import")).isEqualTo(2);
        letPass(days(640));

        finish();

        assertThat(IMPORTS.find(verified)).isEmpty();
        assertThat(rowsOf("import")).isZero();
        assertThat(rowsOf("webhook_event")).isZero();
    }

    @Test
    void emptiesRequestsAndForgetsWhatIsOfNoImport() {
        UUID id = atRest(anImport().completedAs(UNENROLLED));
        requested(id);
        JDBC.sql(
                        """
                        insert into imports.upstream_request (source, request_id, state, reply_rows, language)
                        values ('hr', 'refused', 'REFUSED', false, 'en')
                        """)
                .update();
        JDBC.sql(
                        """
                        insert into imports.upstream_set_aside (source, position, reason)
                        values ('hr', '0-1', 'UNREADABLE')
                        """)
                .update();
        JDBC.sql(
                        """
                        insert into imports.mail (kind, recipient, recipient_name, state, ended_at)
                        values ('ACCOUNT_PASSWORD', 'a@example.org', 'A', 'SENT', now())
                        """)
                .update();
        letPass(days(731));

        while (anew().doSome() && rowsOf("import") > 0) {
            // The request goes with its import at the end.
        }
        finish();

        assertThat(rowsOf("upstream_request")).isZero();
        assertThat(rowsOf("upstream_set_aside")).isZero();
        assertThat(rowsOf("mail")).isZero();
    }

    @Test
    void leavesOfARequestOnlyByWhatARepeatIsKnown() {
        requested(atRest(anImport().completedAs(UNENROLLED)));
        letPass(days(91));

        finish();

        assertThat(
                        JDBC.sql(
                                        """
                                        select octet_length(content) || cardinality(names)::text || username || sha256
                                        from imports.upstream_part join imports.upstream_request on id = request
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("00" + "abc");
    }

    private static void requested(UUID id) {
        JDBC.sql(
                        """
                        with made as (
                            insert into imports.upstream_request
                                (source, request_id, state, reply_rows, language, username, import_id)
                            values ('hr', 'r-1', 'ACCEPTED', false, 'en', 'amelia', :id)
                            returning id)
                        insert into imports.upstream_part (request, part, sha256, rows, names, content)
                        select id, 1, 'abc', 1, '{badge}', 'amelia' from made
                        """)
                .param("id", id)
                .update();
    }

    private static Optional<Submission> apply(UUID verified) {
        return IMPORTS.apply(verified, ADA, null);
    }
}
