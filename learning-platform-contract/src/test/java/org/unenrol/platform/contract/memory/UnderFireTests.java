package org.unenrol.platform.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.unenrol.model.RowId;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;
import org.unenrol.platform.contract.RemotePlatformUnderTest.Fault;
import org.unenrol.platform.contract.Rows;
import org.unenrol.platform.journal.JournalledRowSettler;
import org.unenrol.platform.remote.Pair;

/**
 * Two imports of the same learners, settled by several workers at once, in batches that come again,
 * while one call in five fails at random: every row has one answer, and what was ended is what the
 * answers say.
 */
class UnderFireTests {

    private static final int LEARNERS = 300;
    private static final int WORKERS = 4;
    private static final int BATCH = 20;

    private final Map<RowId, UnenrolmentAnswer> answers = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRowHasOneAnswerAndEveryEndingItsRow(long seed) throws Exception {
        JournalDatabase.clear();
        RemoteServer server = server();
        Random random = new Random(seed);
        RowSettler settler =
                new JournalledRowSettler(
                        new RemoteAdapter(new FailingCalls(server, random)),
                        JournalDatabase.DATA_SOURCE);

        settleAll(batches(random), settler);

        assertThat(answers).hasSize(2 * LEARNERS);
        assertThat(server.endings()).doesNotHaveDuplicates();
        assertThat(
                        answers.values().stream()
                                .filter(answer -> answer.standing() == Standing.ENROLLED)
                                .map(answer -> answer.username().id()))
                .containsExactlyInAnyOrderElementsOf(
                        server.endings().stream().map(Pair::learnerId).toList());
        assertThat(server.endings()).hasSizeGreaterThan(LEARNERS / 2);
    }

    private static RemoteServer server() {
        RemoteServer server = new RemoteServer();
        server.course("FIRE", "Safety");
        IntStream.range(0, LEARNERS)
                .mapToObj(i -> "learner" + i)
                .forEach(
                        learner -> {
                            server.learner(learner);
                            server.enrol(learner, "FIRE");
                        });
        return server;
    }

    /** Each row in a batch of its import, and each batch twice. */
    private static List<List<UnenrolmentRequest>> batches(Random random) {
        List<List<UnenrolmentRequest>> batches = new ArrayList<>();
        for (int file = 0; file < 2; file++) {
            Rows rows = Rows.ofAnImport(Instant.now());
            List<UnenrolmentRequest> all =
                    new ArrayList<>(
                            IntStream.range(0, LEARNERS)
                                    .mapToObj(i -> rows.row(i + 1, "learner" + i, "FIRE"))
                                    .toList());
            Collections.shuffle(all, random);
            for (int from = 0; from < LEARNERS; from += BATCH) {
                batches.add(all.subList(from, from + BATCH));
                batches.add(all.subList(from, from + BATCH));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private void settleAll(List<List<UnenrolmentRequest>> batches, RowSettler settler)
            throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            batches.forEach(batch -> all.add(workers.submit(() -> settle(batch, settler))));
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** As a listener does: again and again, until it succeeds. */
    private void settle(List<UnenrolmentRequest> batch, RowSettler settler) {
        while (true) {
            try {
                settler.settle(batch).forEach(this::note);
                return;
            } catch (DataAccessException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void note(UnenrolmentAnswer answer) {
        UnenrolmentAnswer first = answers.putIfAbsent(answer.id(), answer);
        assertThat(first == null ? answer : first).isEqualTo(answer);
    }

    /** One call in five fails. */
    private static final class FailingCalls extends RemoteCalls {

        private static final List<Fault> OF_LOOKS =
                List.of(Fault.TIME_OUT_BEFORE, Fault.TOO_MANY_CALLS, Fault.UNAVAILABLE);

        private final Random random;

        FailingCalls(RemoteServer server, Random random) {
            super(server);
            this.random = random;
        }

        @Override
        protected @Nullable Fault fault(boolean changes) {
            if (random.nextInt(5) > 0) {
                return null;
            }
            List<Fault> faults = changes ? List.of(Fault.values()) : OF_LOOKS;
            return faults.get(random.nextInt(faults.size()));
        }
    }
}
