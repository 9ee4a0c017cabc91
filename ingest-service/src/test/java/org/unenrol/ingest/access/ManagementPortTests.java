package org.unenrol.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.RawHttp;

/** Health and metrics on a port of their own, as operators can set it. */
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortTests extends ApiTestCase {

    @LocalManagementPort private int management;

    @Test
    void tellsTheHealthToAnybodyAndTheRestToAdministrators() {
        String nobody = "Authorization: none";

        assertThat(status(management, "/actuator/health/liveness", nobody)).isEqualTo(200);
        assertThat(status(management, "/actuator/metrics", nobody)).isEqualTo(401);
        assertThat(status(management, "/actuator/metrics")).isEqualTo(200);
    }

    @Test
    void tellsNothingOnThePortOfThePortal() {
        assertThat(status(port, "/actuator/metrics")).isEqualTo(404);
        assertThat(status(management, "/imports")).isNotEqualTo(200);
    }

    private static int status(int where, String path, String... headers) {
        return new RawHttp(where).send("GET " + path, List.of(headers), new byte[0]).status();
    }
}
