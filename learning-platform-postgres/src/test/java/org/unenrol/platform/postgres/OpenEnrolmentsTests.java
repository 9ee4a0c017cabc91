package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;

import org.junit.jupiter.api.Test;
import org.unenrol.platform.OpenEnrolments;
import org.unenrol.platform.PlatformDatabase;

class OpenEnrolmentsTests extends PlatformTestCase {

    private final OpenEnrolments enrolments = new PostgresOpenEnrolments(PlatformDatabase.JDBC);

    @Test
    void areThoseThatARowCanNameAndThatHaveNotEnded() {
        learner("amelia");
        learner("bo");
        course("FIRE");
        course("DATA");
        course("GONE");
        course("NAMELESS");
        enrol("amelia", "FIRE");
        enrol("amelia", "DATA");
        enrol("amelia", "GONE");
        enrol("amelia", "NAMELESS");
        enrol("bo", "GONE");
        change(
                "update lms.activity set external_reference = null where external_reference = 'NAMELESS'");
        answer(anImport().row(1, "amelia", "GONE"));
        answer(anImport().row(1, "bo", "GONE"));

        assertThat(enrolments.referencesOf(" AMELIA "))
                .hasValueSatisfying(
                        references -> assertThat(references).containsExactly("DATA", "FIRE"));
        assertThat(enrolments.referencesOf("bo"))
                .hasValueSatisfying(references -> assertThat(references).isEmpty());
        assertThat(enrolments.referencesOf("nobody")).isEmpty();
    }

    private static void change(String sql) {
        PlatformDatabase.JDBC.sql(sql).update();
    }
}
