package org.unenrol.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.IMPORTS;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.SERVER;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The promises to a caller that never saw the answer and asks again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyKeyTests extends LedgerTestCase {

    private static final ImportFixture KEYED = anImport().verifyOnly().withKey("order 66");

    private ExecutorService callers;

    @BeforeAll
    void startCallers() {
        callers = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void isReusedForARunThatMailsOthers() {
        anImport().withKey("a key").submitted();

        assertThat(IMPORTS.submit(anImport().withKey("a key").withoutLearnerEmails().stored()))
                .isInstanceOf(Submission.KeyReused.class);
    }

    @Test
    void givesTheSameImportForTheSameKey() {
        UUID first = KEYED.submitted();

        assertThat(IMPORTS.submit(KEYED.stored())).isEqualTo(new Submission.Repeated(first));

        assertThat(rowsOf("import")).isEqualTo(1);
        assertThat(rowsOf("import_event")).isEqualTo(1);
        assertThat(
                        JDBC.sql("select count(*) from audit.entry where import_id = ?")
                                .param(first)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAKeyThatStandsForAnotherFile() {
        UUID first = KEYED.submitted();

        assertThat(IMPORTS.submit(KEYED.ofContent("other").stored()))
                .isEqualTo(new Submission.KeyReused(first));

        assertThat(rowsOf("import")).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatStandsForTheOtherMode() {
        UUID first = anImport().withKey("order 66").submitted();

        assertThat(IMPORTS.submit(KEYED.stored())).isEqualTo(new Submission.KeyReused(first));
    }

    @Test
    void keepsTheKeysOfSubmittersApart() {
        UUID first = KEYED.submitted();

        assertThat(IMPORTS.submit(KEYED.by("content.admin").stored()))
                .isInstanceOf(Submission.Accepted.class)
                .extracting(Submission::importId)
                .isNotEqualTo(first);
    }

    @Test
    void makesAnImportEachTimeWithoutAKey() {
        anImport().submitted();
        anImport().submitted();

        assertThat(rowsOf("import")).isEqualTo(2);
    }

    @Test
    void makesOneImportOfTwoAtOnce() throws Exception {
        NewImport repeated = KEYED.stored();

        Race race = submitWhileAnotherIsUnderWay(repeated, false);

        assertThat(race.second().get()).isEqualTo(new Submission.Repeated(race.first()));
        assertThat(rowsOf("import")).isEqualTo(1);
    }

    @Test
    void leavesTheKeyToTheSecondWhenTheFirstFails() throws Exception {
        NewImport repeated = KEYED.stored();

        Race race = submitWhileAnotherIsUnderWay(repeated, true);

        UUID second = race.second().get().importId();
        assertThat(race.second().get()).isEqualTo(new Submission.Accepted(second));
        assertThat(second).isNotEqualTo(race.first());
        assertThat(rowsOf("import")).isEqualTo(1);
    }

    private Race submitWhileAnotherIsUnderWay(NewImport repeated, boolean firstFails) {
        NewImport first = KEYED.stored();
        return TRANSACTION.execute(
                transaction -> {
                    UUID id = IMPORTS.submit(first).importId();
                    Future<Submission> second = callers.submit(() -> IMPORTS.submit(repeated));
                    await().until(() -> SERVER.waitingForALock() == 1);
                    if (firstFails) {
                        transaction.setRollbackOnly();
                    }
                    return new Race(id, second);
                });
    }

    private record Race(UUID first, Future<Submission> second) {}
}
