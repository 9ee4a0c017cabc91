package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;

import org.junit.jupiter.api.Test;
import org.unenrol.platform.Learner;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.UnenrolmentRequest;

class LearnerLanguageTests extends PlatformTestCase {

    /** The second time by the mark that the row has left. */
    @Test
    void isToldEachTimeThatTheRowComes() {
        learner("amelia");
        course("FIRE");
        enrol("amelia", "FIRE");
        PlatformDatabase.JDBC
                .sql("update lms.app_user set language = 'de-AT' where username = 'amelia'")
                .update();
        UnenrolmentRequest row = anImport().row(1, "amelia", "FIRE");

        assertThat(answer(row).learner()).extracting(Learner::language).isEqualTo("de-AT");
        assertThat(answer(row).learner()).extracting(Learner::language).isEqualTo("de-AT");
    }
}
