package org.unenrol.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerHealthTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
    private final ServerHealth health = new ServerHealth(Duration.ofSeconds(30), nanos::get);

    @Test
    void letsOneProbeInAtATimeAfterGrowingPauses() {
        health.failed();

        for (long pause : List.of(1, 2, 4, 8, 16, 30, 30)) {
            nanos.addAndGet(Duration.ofSeconds(pause).toNanos() - 1);
            assertThat(health.enter()).as("before %s s", pause).isFalse();
            nanos.incrementAndGet();
            assertThat(health.enter()).as("after %s s", pause).isTrue();
            assertThat(health.enter()).as("a second one").isFalse();
            health.failed();
            health.leave();
        }
    }

    @Test
    void letsAnotherProbeInWhenOneHasFoundNothingOut() {
        health.failed();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        health.enter();
        health.leave();

        assertThat(health.enter()).isTrue();
    }

    @Test
    void letsNobodyElseInWhenOneLeavesWhoIsNotTheProbe() throws InterruptedException {
        health.failed();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        health.enter();
        Thread another = new Thread(health::leave);
        another.start();
        another.join();

        assertThat(health.enter()).isFalse();
    }

    @Test
    void letsEverybodyInOnceTheServerWorks() {
        health.failed();
        health.works();

        assertThat(health.enter()).isTrue();
        assertThat(health.enter()).isTrue();
        assertThat(health.failures()).isZero();
    }
}
