package org.unenrol.ingest.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DispatchSettingsTests {

    @Test
    void refuseRowsThatNobodyCouldReceiveInTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Duration.ofSeconds(59)))
                .withMessage(
                        "unenrol.dispatch.rows-valid-for is PT59S: set it to a minute or longer");
        assertThat(settings(Duration.ofMinutes(1)).rowsValidFor()).isEqualTo(Duration.ofMinutes(1));
    }

    private static DispatchSettings settings(Duration rowsValidFor) {
        return new DispatchSettings(Duration.ZERO, 1, 1, 1, Duration.ZERO, rowsValidFor);
    }
}
