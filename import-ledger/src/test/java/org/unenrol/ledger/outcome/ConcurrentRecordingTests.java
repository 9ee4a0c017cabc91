package org.unenrol.ledger.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.RECORDER;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.rowsOf;
import static org.unenrol.ledger.OutcomeFixture.noticed;
import static org.unenrol.ledger.OutcomeFixture.settled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.LedgerTestCase;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowOutcome;

/** Many notifiers that get the same outcomes, each in an order of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentRecordingTests extends LedgerTestCase {

    private static final int NOTIFIERS = 6;
    private static final int IMPORTS = 4;
    private static final int ROWS = 150;
    private static final int BATCH = 23;

    private ExecutorService notifiers;

    @BeforeAll
    void startNotifiers() {
        notifiers = Executors.newFixedThreadPool(NOTIFIERS);
    }

    @AfterAll
    void stopNotifiers() {
        notifiers.shutdownNow();
    }

    @RepeatedTest(3)
    void findEachImportCompleteExactlyOnceAndCountExactly() throws Exception {
        List<UUID> imports =
                Stream.generate(() -> anImport().ofRows(ROWS).submitted()).limit(IMPORTS).toList();

        List<UUID> completed = new ArrayList<>();
        for (Future<List<UUID>> notifier : notifiers.invokeAll(work(imports))) {
            completed.addAll(notifier.get());
        }

        assertThat(completed).containsExactlyInAnyOrderElementsOf(imports);
        assertThat(imports).map(LedgerTestCase::find).allSatisfy(this::isCountedExactly);
        assertThat(rowsOf("row_outcome")).isEqualTo(IMPORTS * ROWS);
    }

    private void isCountedExactly(Import found) {
        assertThat(found.progress().received()).isEqualTo(ROWS);
        assertThat(found.progress().outcomes())
                .containsEntry(OutcomeCode.UNENROLLED, recorded(found, OutcomeCode.UNENROLLED))
                .containsEntry(OutcomeCode.NOT_ENROLLED, recorded(found, OutcomeCode.NOT_ENROLLED));
        assertThat(found.succeeded()).isEqualTo(ROWS);
        assertThat(mailsOf(found)).isEqualTo(recorded(found, OutcomeCode.UNENROLLED));
    }

    private static List<Callable<List<UUID>>> work(List<UUID> imports) {
        return IntStream.range(0, NOTIFIERS)
                .<Callable<List<UUID>>>mapToObj(seed -> () -> recordAll(imports, seed))
                .toList();
    }

    /** Half of the notifiers get the first answers, with a mail; half those of a second run. */
    private static List<UUID> recordAll(List<UUID> imports, int seed) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (UUID id : imports) {
            for (int row = 1; row <= ROWS; row++) {
                outcomes.add(
                        seed % 2 == 0
                                ? noticed(id, row)
                                : settled(id, row, OutcomeCode.NOT_ENROLLED));
            }
        }
        Collections.shuffle(outcomes, new Random(seed));
        List<UUID> completed = new ArrayList<>();
        for (int from = 0; from < outcomes.size(); from += BATCH) {
            int to = Math.min(from + BATCH, outcomes.size());
            completed.addAll(RECORDER.record(outcomes.subList(from, to)));
        }
        return completed;
    }

    private static int recorded(Import found, OutcomeCode code) {
        return JDBC.sql("select count(*) from imports.row_outcome where import_id = ? and code = ?")
                .param(found.id())
                .param(code.name())
                .query(Integer.class)
                .single();
    }

    private static int mailsOf(Import found) {
        return JDBC.sql("select count(*) from imports.mail where import_id = ?")
                .param(found.id())
                .query(Integer.class)
                .single();
    }
}
