package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.ApiClient;

class FairnessTests {

    private static final int MANY = 100_000;

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void endsAFiveRowImportBeforeTheLargeOneThatWasStartedFirst() {
        Learners.Cohort large = system.learners().enrolled(MANY);
        Learners.Cohort small = system.learners().enrolled(5);
        String largeImport = api.start(Csv.file().rows(large, 1, MANY).bytes(), false);
        Awaitility.await().until(() -> api.importOf(largeImport).path("processed").asInt() > 0);

        String smallImport = api.run(Csv.file().rows(small, 1, 5).bytes(), false);

        assertThat(api.importOf(largeImport).path("state").asString()).isEqualTo("PROCESSING");
        assertThat(api.importOf(smallImport).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(api.awaitEnd(largeImport).path("succeeded").asInt()).isEqualTo(MANY);
    }
}
