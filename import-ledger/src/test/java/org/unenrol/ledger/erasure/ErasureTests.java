package org.unenrol.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.AUDIT;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.Ledger.RESULTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Deleted;
import org.unenrol.ledger.ImportFixture;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.ledger.OutcomeFixture;
import org.unenrol.ledger.retention.Purge;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.model.Detail;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;

class ErasureTests extends LedgerTestCase {

    private static final Erasures ERASURES = new Erasures(JDBC, TRANSACTION, AUDIT);
    private static final String HEADER =
            "Username,Activity external reference,Send unenrolment email\n";

    @BeforeEach
    void forget() {
        JDBC.sql("truncate imports.erasure, imports.upstream_request cascade").update();
    }

    @Test
    void takesTheRowsOfImportsThatNameThePersonAndLeavesOthers() {
        UUID naming = ended(importing("jörg.weiß,FIRE,Yes\nbo,FIRE,No\n"));
        UUID other = ended(importing("bo,FIRE,No\nal,FIRE,No\n"));
        ERASURES.begin(" JÖRG.weiß", "global.admin");

        finish();

        assertThat(find(naming).progress().deleted()).hasNoNullFieldsOrProperties();
        assertThat(find(naming).progress().outcomes()).containsEntry(OutcomeCode.UNENROLLED, 2);
        assertThat(find(other).progress().deleted()).isEqualTo(Deleted.NOTHING);
        assertThat(rowsOf("row_outcome", naming)).isZero();
        assertThat(rowsOf("mail", naming)).isZero();
        assertThat(rowsOf("row_outcome", other)).isEqualTo(2);
    }

    @Test
    void tellsWhoAskedAndCountsAndForgetsTheName() {
        ended(importing("jo,FIRE,Yes\nJO,FIRE,Yes\n"));
        UUID id = ERASURES.begin("jo", "global.admin");

        finish();

        Erasure done = ERASURES.latest(10).get(0);
        assertThat(done.id()).isEqualTo(id);
        assertThat(done.askedBy()).isEqualTo("global.admin");
        assertThat(List.of(done.imports(), done.rows(), done.mails())).containsExactly(1, 2, 2);
        assertThat(done.endedAt()).isNotNull();
        assertThat(
                        JDBC.sql("select count(*) from imports.erasure e where e::text like '%jo%'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void isInTheAuditTrailWithoutTheName() {
        ended(importing("jo.audit,FIRE,Yes\nbo,FIRE,No\n"));
        ERASURES.begin("jo.audit", "auditing.admin");

        finish();

        List<String> entries =
                JDBC.sql(
                                """
                                select kind || ' ' || details::text from audit.entry
                                where account = 'auditing.admin' order by id
                                """)
                        .query(String.class)
                        .list();
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).startsWith("ERASURE_ASKED").doesNotContain("jo.audit");
        assertThat(entries.get(1))
                .startsWith("ERASURE_ENDED")
                .contains("\"rows\": \"1\"", "\"mails\": \"1\"", "\"imports\": \"1\"")
                .doesNotContain("jo.audit");
    }

    @Test
    void takesWhatHintsAtThePersonInRowsOfOthers() {
        UUID hinting = importing("jo.marsch,FIRE,Yes\nbo,FIRE,No\n").submitted();
        RECORDER.record(
                List.of(
                        new RowOutcome(
                                hinting,
                                1,
                                2,
                                OutcomeCode.USERNAME_NOT_RECOGNISED,
                                List.of(new Detail.UnknownUsername("Jo.Marsh", List.of())),
                                null,
                                null,
                                null),
                        OutcomeFixture.unenrolled(hinting, 2)));
        RESULTS.complete(hinting, FILES.create().id());
        atRest(hinting);
        ERASURES.begin("jo.marsh", "global.admin");

        finish();

        assertThat(rowsOf("row_outcome", hinting)).isZero();
    }

    @Test
    void takesRowsThatNameThePersonWhereTheFileIsGone() {
        UUID naming = importing("jo.kept,FIRE,No\nbo,FIRE,No\n").submitted();
        RECORDER.record(
                List.of(
                        OutcomeFixture.shown(
                                naming,
                                1,
                                OutcomeCode.UNENROLLED,
                                "7",
                                RowContent.ofCells("JO.Kept", "FIRE", "No")),
                        OutcomeFixture.unenrolled(naming, 2)));
        RESULTS.complete(naming, FILES.create().id());
        JDBC.sql("update imports.import set upload_file = null where id = :id")
                .param("id", naming)
                .update();
        atRest(naming);
        ERASURES.begin("jo.kept", "global.admin");

        finish();

        assertThat(rowsOf("row_outcome", naming)).isZero();
    }

    @Test
    void waitsForAnImportThatHasNotEnded() {
        UUID running = importing("jo,FIRE,Yes\nbo,FIRE,No\n").submitted();
        ERASURES.begin("jo", "global.admin");

        finish();
        assertThat(ERASURES.latest(1).get(0).endedAt()).isNull();

        settle(running);
        finish();
        assertThat(ERASURES.latest(1).get(0).endedAt()).as("mails are due").isNull();

        atRest(running);
        finish();
        assertThat(ERASURES.latest(1).get(0).endedAt()).isNotNull();
        assertThat(find(running).file().upload()).isNull();
    }

    @Test
    void doesAStepAgainThatWasRolledBack() {
        UUID naming = ended(importing("jo,FIRE,Yes\nbo,FIRE,No\n"));
        ERASURES.begin("jo", "global.admin");

        TRANSACTION.executeWithoutResult(
                status -> {
                    steps().doSome();
                    status.setRollbackOnly();
                });
        assertThat(find(naming).progress().deleted()).isEqualTo(Deleted.NOTHING);

        finish();
        assertThat(find(naming).file().upload()).isNull();
        assertThat(ERASURES.latest(1).get(0).imports()).isEqualTo(1);
    }

    @Test
    void takesMailsOfAnImportWhoseFileIsGone() {
        UUID gone = ended(importing("bo,FIRE,No\nal,FIRE,No\n"));
        JDBC.sql("update imports.import set upload_file = null").update();
        JDBC.sql(
                        """
                        insert into imports.upstream_request
                            (source, request_id, state, reply_rows, language, username)
                        values ('hr', 'r-1', 'REFUSED', false, 'en', 'jo')
                        """)
                .update();
        ERASURES.begin("jo", "global.admin");

        finish();

        assertThat(rowsOf("mail", gone)).isZero();
        assertThat(
                        JDBC.sql("select username from imports.upstream_request")
                                .query(String.class)
                                .single())
                .isEmpty();
    }

    private static ImportFixture importing(String rows) {
        return anImport().ofRows(2).ofContent(HEADER + rows);
    }

    private static UUID ended(ImportFixture fixture) {
        UUID id = fixture.submitted();
        settle(id);
        atRest(id);
        return id;
    }

    private static void settle(UUID id) {
        RECORDER.record(List.of(OutcomeFixture.noticed(id, 1), OutcomeFixture.noticed(id, 2)));
        RESULTS.complete(id, FILES.create().id());
    }

    private static void atRest(UUID id) {
        for (String table :
                List.of(
                        "mail set state = 'SENT', ended_at = now()",
                        "import_event set published_at = now()",
                        "webhook_event set offered_at = now()")) {
            JDBC.sql("update imports." + table + " where import_id = ?").param(id).update();
        }
    }

    private static ErasureSteps steps() {
        return new ErasureSteps(JDBC, TRANSACTION, AUDIT);
    }

    private static void finish() {
        while (steps().doSome()) {
            // One import at a time.
        }
        Duration years = Duration.ofDays(900);
        Purge purge =
                new Purge(
                        JDBC,
                        TRANSACTION,
                        new RetentionSettings(
                                years, years, years, years, years, years, years, years, years));
        while (purge.doSome()) {
            // Some rows at a time.
        }
    }

    private static int rowsOf(String table, UUID importId) {
        return JDBC.sql("select count(*) from imports." + table + " where import_id = ?")
                .param(importId)
                .query(Integer.class)
                .single();
    }
}
