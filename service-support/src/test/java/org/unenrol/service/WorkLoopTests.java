package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.unenrol.service.WorkLoop.Then;

class WorkLoopTests {

    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger done = new AtomicInteger();
    private WorkLoop loop = new WorkLoop("none", 0, NEVER, () -> Then.LATER);

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void goesOnWhileThereIsWork() {
        begin(NEVER, () -> Then.after(done.incrementAndGet() < 100));

        await().untilAsserted(() -> assertThat(done).hasValue(100));
    }

    @Test
    void looksAgainWhenTheIntervalIsOver() {
        begin(Duration.ofMillis(5), this::oneThing);

        await().untilAsserted(() -> assertThat(done).hasValueGreaterThan(3));
    }

    @Test
    void looksAgainWhenSignalled() {
        begin(NEVER, this::oneThing);
        await().untilAsserted(() -> assertThat(done).hasValue(1));

        loop.signal();

        await().untilAsserted(() -> assertThat(done).hasValue(2));
    }

    @Test
    void looksAgainSoonForWorkThatWaitsForSomethingElse() {
        begin(NEVER, () -> done.incrementAndGet() < 20 ? Then.SOON : Then.LATER);

        await().untilAsserted(() -> assertThat(done).hasValue(20));
    }

    @Test
    void triesAgainAfterAFailureAndEvenAnError() {
        begin(
                NEVER,
                () -> {
                    switch (done.incrementAndGet()) {
                        case 1 -> throw new IllegalStateException("a failure");
                        case 2 -> throw new StackOverflowError("an error");
                        default -> {
                            return Then.LATER;
                        }
                    }
                });

        await().untilAsserted(() -> assertThat(done).hasValue(3));
    }

    @Test
    void endsInTheMiddleOfWorkAndOfAPause() {
        AtomicBoolean interrupted = new AtomicBoolean();
        begin(
                NEVER,
                () -> {
                    done.incrementAndGet();
                    try {
                        Thread.sleep(NEVER.toMillis());
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw new IllegalStateException("cut off", e);
                    }
                    return Then.AT_ONCE;
                });
        await().untilAsserted(() -> assertThat(done).hasValue(1));

        loop.stop();

        assertThat(interrupted).isTrue();
        assertThat(loop.isRunning()).isFalse();
        assertThat(done).hasValue(1);
    }

    private Then oneThing() {
        done.incrementAndGet();
        return Then.LATER;
    }

    private void begin(Duration interval, WorkLoop.Work work) {
        loop = new WorkLoop("test", 1, interval, work);
        loop.start();
    }
}
