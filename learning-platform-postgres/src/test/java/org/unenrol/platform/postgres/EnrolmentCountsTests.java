package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.catalogue.EnrolmentCount;
import org.unenrol.platform.catalogue.EnrolmentCounts;

class EnrolmentCountsTests extends PlatformTestCase {

    private final EnrolmentCounts counts = new PostgresEnrolmentCounts(PlatformDatabase.JDBC);

    @Test
    void areOfThoseWhoAreEnrolledNow() {
        learner("amelia");
        learner("bo");
        course("FIRE");
        course("DATA");
        enrol("amelia", "FIRE");
        enrol("bo", "FIRE");
        answer(anImport().row(1, "bo", "FIRE"));

        assertThat(counts.of(List.of(id("FIRE"), id("DATA"), "0", "course-7")))
                .hasSize(2)
                .extractingByKeys(id("FIRE"), id("DATA"))
                .extracting(EnrolmentCount::enrolled)
                .containsExactly(1, 0);
        assertThat(counts.of(List.of())).isEmpty();
    }

    private static String id(String reference) {
        return PlatformDatabase.JDBC
                .sql("select id::text from lms.activity where external_reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }
}
