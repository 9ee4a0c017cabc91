package org.unenrol.portal.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.portal.PortalDatabase.JDBC;
import static org.unenrol.portal.PortalDatabase.SERVER;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadAttemptsTests {

    private final UploadAttempts attempts = new UploadAttempts(JDBC);
    private final String attempt = UUID.randomUUID().toString();

    @Test
    void areTakenInWhereNobodyHasCancelledThem() {
        assertThat(attempts.takeIn("ada", attempt)).isTrue();
        assertThat(attempts.cancel("ada", attempt)).isFalse();
        assertThat(attempts.takeIn("ada", attempt)).isTrue();
    }

    @Test
    void areCancelledWhereTheyHaveNotBeenTakenIn() {
        assertThat(attempts.cancel("ada", attempt)).isTrue();
        assertThat(attempts.takeIn("ada", attempt)).isFalse();
    }

    @Test
    void areNotCancelledBySomebodyElse() {
        attempts.cancel("bo", attempt);

        assertThat(attempts.takeIn("ada", attempt)).isTrue();
    }

    @Test
    void areForgottenAfterADay() {
        attempts.cancel("ada", attempt);
        SERVER.letPass(Duration.ofHours(25), "portal.upload_attempt", "decided_at");

        attempts.cancel("ada", UUID.randomUUID().toString());

        assertThat(attempts.takeIn("ada", attempt)).isTrue();
    }
}
