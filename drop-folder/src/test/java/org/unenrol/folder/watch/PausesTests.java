package org.unenrol.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTests {

    private long now;
    private final Pauses pauses = new Pauses(Duration.ofSeconds(10), () -> now);

    @Test
    void growWithEachFailureUpToFiveMinutes() {
        assertThat(pauses.isOver()).isTrue();
        for (int seconds : new int[] {10, 20, 40, 80, 160, 300, 300}) {
            pauses.failed();
            pass(seconds - 1);
            assertThat(pauses.isOver()).isFalse();
            pass(1);
            assertThat(pauses.isOver()).isTrue();
        }
    }

    @Test
    void neverOverflow() {
        for (int failure = 0; failure < 200; failure++) {
            pauses.failed();
        }

        pass(299);
        assertThat(pauses.isOver()).isFalse();
        pass(1);
        assertThat(pauses.isOver()).isTrue();
    }

    @Test
    void beginAnewAfterASuccess() {
        pauses.failed();
        pauses.failed();
        pauses.succeeded();
        assertThat(pauses.isOver()).isTrue();

        pauses.failed();
        pass(10);
        assertThat(pauses.isOver()).isTrue();
    }

    private void pass(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
