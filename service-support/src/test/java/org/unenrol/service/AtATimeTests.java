package org.unenrol.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AtATimeTests {

    @Test
    void isNoMoreThanMayBeHoweverManyComeAtOnce() throws Exception {
        AtATime<String> uses = new AtATime<>();
        AtomicInteger atATime = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Void> often =
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        if (uses.begin("ada", 3)) {
                            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
                            atATime.decrementAndGet();
                            uses.end("ada");
                        }
                    }
                    return null;
                };
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            callers.invokeAll(Stream.generate(() -> often).limit(8).toList())
                    .forEach(call -> assertThat(call).succeedsWithin(Duration.ofMinutes(1)));
        } finally {
            callers.shutdownNow();
        }

        assertThat(most.get()).isBetween(1, 3);
        assertThat(Stream.generate(() -> uses.begin("ada", 3)).limit(4))
                .containsExactly(true, true, true, false);
    }

    @Test
    void isCountedForEachByItself() {
        AtATime<String> uses = new AtATime<>();

        assertThat(uses.begin("ada", 1)).isTrue();
        assertThat(uses.begin("bo", 1)).isTrue();
        assertThat(uses.begin("ada", 1)).isFalse();
        uses.end("ada");
        assertThat(uses.begin("ada", 1)).isTrue();
    }
}
