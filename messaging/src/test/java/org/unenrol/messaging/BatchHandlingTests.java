package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class BatchHandlingTests {

    private static final int SIZE = 2_000;

    private final List<ConsumerRecord<String, byte[]>> batch = batch(SIZE);
    private final Set<Long> bad = new TreeSet<>();
    private final List<Long> done = new ArrayList<>();
    private final List<Long> setAside = new ArrayList<>();
    private RuntimeException failure = new IllegalStateException("bug");
    private int failuresLeft;
    private int calls;
    private int pieceSize = SIZE;
    private long nanos;
    private long nanosPerCall;

    private final BatchHandling handling =
            new BatchHandling(
                    BelievedRecordsTests.believingAll(),
                    this::act,
                    (one, cause) -> setAside.add(one.offset()),
                    () -> pieceSize,
                    Duration.ofSeconds(60),
                    () -> nanos);

    @Test
    void handlesABatchAtOnce() {
        handling.handle(batch);

        assertThat(calls).isEqualTo(1);
        assertThat(done).hasSize(SIZE);
    }

    @Test
    void handlesItInPiecesInOrder() {
        pieceSize = 300;

        handling.handle(batch);

        assertThat(calls).isEqualTo(7);
        assertThat(done).isSorted().hasSize(SIZE);
    }

    @Test
    void findsABadRecordByHalving() {
        bad.add(1_234L);

        handling.handle(batch);

        assertThat(setAside).containsExactly(1_234L);
        assertThat(done).hasSize(SIZE - 1).doesNotHaveDuplicates();
        assertThat(calls).isLessThan(60);
    }

    @Test
    void triesARecordThriceAlone() {
        bad.add(0L);

        handling.handle(batch(1));

        assertThat(calls).isEqualTo(3);
        assertThat(setAside).containsExactly(0L);
    }

    @Test
    void triesAnUnreadableOneOnce() {
        failure = new UnreadableRecordException("no row", null);
        bad.add(0L);

        handling.handle(batch(1));

        assertThat(calls).isEqualTo(1);
        assertThat(setAside).containsExactly(0L);
    }

    @Test
    void settlesARecordThatFailsOnlyNowAndThen() {
        bad.add(3L);
        failuresLeft = 5;

        handling.handle(batch(8));

        assertThat(setAside).isEmpty();
        assertThat(done).hasSize(8);
    }

    @Test
    void findsManyBadOnes() {
        IntStream.range(0, SIZE).filter(i -> i % 3 == 0).forEach(i -> bad.add((long) i));

        handling.handle(batch);

        assertThat(setAside).containsExactlyElementsOf(bad);
        assertThat(done).hasSize(SIZE - bad.size()).doesNotHaveDuplicates();
    }

    @Test
    void passesABrokenWorldOnAndGoesOnWhereItWas() {
        pieceSize = 500;
        bad.add(1_700L);
        failure = new QueryTimeoutException("away");

        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> handling.handle(batch));
        assertThat(done).hasSize(1_500);
        bad.clear();
        handling.handle(batch);

        assertThat(done).hasSize(SIZE).doesNotHaveDuplicates();
        assertThat(setAside).isEmpty();
    }

    /** 0.15 s a call, every record bad: much longer than a consumer may be silent. */
    @Test
    void comesToAnEndInTurnsHoweverLongItTakes() {
        nanosPerCall = Duration.ofMillis(150).toNanos();
        IntStream.range(0, SIZE).forEach(i -> bad.add((long) i));
        int turns = 1;
        for (boolean over = false; !over; turns++) {
            long begin = nanos;
            over = isOver();
            assertThat(Duration.ofNanos(nanos - begin)).isLessThan(Duration.ofSeconds(61));
        }

        assertThat(setAside).hasSize(SIZE).doesNotHaveDuplicates();
        assertThat(turns).isBetween(10, 30);
    }

    @Test
    void beginsAnewWithAnotherBatch() {
        pieceSize = 10;
        nanosPerCall = Duration.ofSeconds(40).toNanos();
        assertThat(isOver()).isFalse();

        nanosPerCall = 0;
        done.clear();
        handling.handle(batch(SIZE));

        assertThat(done).hasSize(SIZE);
    }

    @Test
    void bearsAnEmptyBatch() {
        handling.handle(List.of());

        assertThat(calls).isZero();
    }

    private boolean isOver() {
        try {
            handling.handle(batch);
            return true;
        } catch (UnfinishedBatchException e) {
            return false;
        }
    }

    private void act(List<ConsumerRecord<String, byte[]>> records) {
        calls++;
        nanos += nanosPerCall;
        if (records.stream().anyMatch(one -> bad.contains(one.offset()))) {
            if (--failuresLeft == 0) {
                bad.clear();
            }
            throw failure;
        }
        records.forEach(one -> done.add(one.offset()));
    }

    private static List<ConsumerRecord<String, byte[]>> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new ConsumerRecord<>("rows", 0, (long) i, "key", new byte[0]))
                .toList();
    }
}
