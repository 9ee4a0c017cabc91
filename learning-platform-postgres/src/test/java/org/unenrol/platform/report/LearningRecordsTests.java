package org.unenrol.platform.report;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.platform.PlatformFixture.FINANCE;
import static org.unenrol.platform.PlatformFixture.SAFETY;
import static org.unenrol.platform.PlatformFixture.attend;
import static org.unenrol.platform.PlatformFixture.complete;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.PlatformFixture.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.postgres.PostgresLearningRecords;
import org.unenrol.platform.postgres.PostgresTallies;

class LearningRecordsTests {

    private static final ManagedAreas ONLY_SAFETY = ManagedAreas.of(Set.of(SAFETY));

    private final LearningRecords records =
            new PostgresLearningRecords(
                    PlatformDatabase.JDBC,
                    PlatformDatabase.JDBC,
                    new TransactionTemplate(
                            new JdbcTransactionManager(PlatformDatabase.DATA_SOURCE)));
    private final Tallies tallies = new PostgresTallies(PlatformDatabase.JDBC);

    @BeforeEach
    void twoLearners() {
        PlatformDatabase.clear();
        learner("amelia");
        learner("oliver");
        course("FIRE", SAFETY);
        course("BUDGET", FINANCE);
        session("FIRE-SPRING", "FIRE", now().minus(1, DAYS));
        enrol("amelia", "FIRE");
        complete("amelia", "FIRE", now().minus(2, DAYS));
        enrol("oliver", "FIRE");
        enrol("oliver", "FIRE-SPRING");
        attend("oliver", "FIRE-SPRING", "ATTENDED", now().minus(1, DAYS));
        enrol("oliver", "BUDGET");
    }

    @Test
    void showsTheCompletionBesideTheEnrolmentAlsoAfterItHasEnded() {
        end("amelia", "FIRE");

        LearningRecord record = all(ManagedAreas.EVERY, null).get(0);

        assertThat(record.username()).isEqualTo("amelia");
        assertThat(record.state()).isEqualTo(EnrolmentState.UNENROLLED);
        assertThat(record.endedAt()).isNotNull();
        assertThat(record.result()).isEqualTo(Result.PASSED);
    }

    @Test
    void countsALearnerWhoIsEnrolledAnewAsEnrolled() {
        end("amelia", "FIRE");
        enrol("amelia", "FIRE", now());

        assertThat(all(ManagedAreas.EVERY, EnrolmentState.UNENROLLED)).isEmpty();
        assertThat(all(ManagedAreas.EVERY, EnrolmentState.ENROLLED)).hasSize(4);
        assertThat(tallies.byActivity(ManagedAreas.EVERY, "FIRE", 0, 9).get(0))
                .isEqualTo(tally("FIRE", 2, 0, 1, 0));
    }

    @Test
    void knowsACompletionWithoutAnyEnrolment() {
        complete("amelia", "BUDGET", now());

        assertThat(all(ManagedAreas.EVERY, EnrolmentState.NEVER))
                .extracting(LearningRecord::title)
                .containsExactly("Title of BUDGET");
    }

    @Test
    void showsOnlyTheAreasGranted() {
        assertThat(all(ONLY_SAFETY, null))
                .extracting(LearningRecord::title)
                .doesNotContain("Title of BUDGET")
                .hasSize(3);
        assertThat(all(ManagedAreas.NONE, null)).isEmpty();
        assertThat(tallies.byActivity(ONLY_SAFETY, "", 0, 9)).hasSize(2);
        assertThat(tallies.byLearner(ONLY_SAFETY, "oliver", 0, 9).get(0).enrolled()).isEqualTo(2);
    }

    @Test
    void countsWhatWasKept() {
        end("amelia", "FIRE");

        assertThat(tallies.byActivity(ManagedAreas.EVERY, "", 0, 9))
                .contains(tally("FIRE", 1, 1, 1, 1), tally("FIRE-SPRING", 1, 0, 1, 0));
    }

    @Test
    void handsOutAllRecordsInTheSameOrder() {
        List<LearningRecord> handedOut = new ArrayList<>();

        records.forEach(ManagedAreas.EVERY, filter(null), handedOut::add);

        assertThat(handedOut).hasSize(4).isEqualTo(all(ManagedAreas.EVERY, null));
    }

    private List<LearningRecord> all(ManagedAreas areas, @Nullable EnrolmentState state) {
        return records.some(areas, filter(state), 0, 100);
    }

    private static RecordFilter filter(@Nullable EnrolmentState state) {
        return new RecordFilter(null, null, state, "");
    }

    private static Tally tally(
            String reference, int enrolled, int unenrolled, int achieved, int kept) {
        long id =
                PlatformDatabase.JDBC
                        .sql("select id from lms.activity where external_reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single();
        return new Tally(
                id, "Title of " + reference, reference, enrolled, unenrolled, achieved, kept);
    }

    private static void end(String username, String reference) {
        PlatformDatabase.JDBC
                .sql(
                        """
                        update lms.enrolment set ended_at = now()
                        from lms.app_user u, lms.activity a
                        where u.id = user_id and a.id = activity_id and ended_at is null
                          and username = ? and external_reference = ?
                        """)
                .param(username)
                .param(reference)
                .update();
    }
}
