package org.unenrol.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace();

    @Test
    void isASecondsWork() {
        pace.took(100, Duration.ofSeconds(1).toNanos());
        assertThat(pace.rows()).isEqualTo(100);

        pace.took(100, Duration.ofMillis(5).toNanos());
        assertThat(pace.rows()).isEqualTo(20_000);
    }

    @Test
    void isNeverLessThanARow() {
        pace.took(1, Duration.ofMinutes(1).toNanos());

        assertThat(pace.rows()).isEqualTo(1);
    }

    @Test
    void bearsWorkThatTookNoTime() {
        pace.took(2_000, 0);

        assertThat(pace.rows()).isPositive();
    }
}
