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
        assertThat(attempts.takeIn(attempt)).isTrue();
        assertThat(attempts.cancel(attempt)).isFalse();
        assertThat(attempts.takeIn(attempt)).isTrue();
    }

    @Test
    void areCancelledWhereTheyHaveNotBeenTakenIn() {
        assertThat(attempts.cancel(attempt)).isTrue();
        assertThat(attempts.takeIn(attempt)).isFalse();
    }

    @Test
    void areForgottenAfterADay() {
        attempts.cancel(attempt);
        SERVER.letPass(Duration.ofHours(25), "portal.upload_attempt", "decided_at");

        attempts.cancel(UUID.randomUUID().toString());

        assertThat(attempts.takeIn(attempt)).isTrue();
    }
}
