package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.unenrol.test.api.ApiClient;
import tools.jackson.databind.JsonNode;

class OutcomesTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();
    private final Learners learners = system.learners();

    @Test
    void givesEachRowItsOwnOutcome() {
        Learners.Cohort cohort = learners.enrolled(3);
        learners.complete(cohort, 2);
        learners.unenrol(cohort, 3);
        byte[] file =
                Csv.file()
                        .rows(cohort, 1, 3)
                        .row("nobody-of-this-name", cohort.reference(), "Yes")
                        .row(cohort.username(1), "NO-SUCH-ACTIVITY", "No")
                        .row(cohort.username(1).toUpperCase(Locale.ROOT), cohort.reference(), "No")
                        .row(cohort.username(1), cohort.reference(), "perhaps")
                        .row("", cohort.reference(), "No")
                        .bytes();

        String id = api.run(file, false);

        assertThat(Csv.outcomes(api.results(id)))
                .containsExactly(
                        "UNENROLLED",
                        "UNENROLLED_COMPLETION_KEPT",
                        "NOT_ENROLLED",
                        "USERNAME_NOT_RECOGNISED",
                        "ACTIVITY_NOT_RECOGNISED",
                        "DUPLICATE",
                        "INVALID_ROW",
                        "INVALID_ROW");
        assertThat(Csv.withoutLastColumn(api.results(id)))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(new EnrolmentHistory(system.jdbc()).rowsEndedBy(id)).containsExactly(1, 2);
    }

    @Test
    void namesTheEarlierRowOfADuplicateAsASpreadsheetNumbersIt() {
        Learners.Cohort cohort = learners.enrolled(1);
        String id = api.run(Csv.file().rows(cohort, 1, 1).rows(cohort, 1, 1).bytes(), false);

        JsonNode rows =
                api.get("/api/v1/imports/" + id + "/rows?outcome=DUPLICATE").json().path("rows");

        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.path(0).path("message").asString()).contains("as row 2, which counts");
    }

    @Test
    void keepsContentAdministratorsOutOfAreasThatAreNotTheirs() {
        byte[] file = Csv.file().row("amelia.hughes", "PAYROLL-SYSTEM", "Yes").bytes();

        String refused = system.apiAs("content.admin").run(file, true);
        String permitted = api.run(file, true);

        assertThat(Csv.outcomes(api.results(refused))).containsExactly("NOT_PERMITTED");
        assertThat(Csv.outcomes(api.results(permitted))).doesNotContain("NOT_PERMITTED");
    }

    @Test
    void leavesCompletionsAndAttendancesAsTheyAre() {
        Learners.Cohort cohort = learners.enrolled(50);
        for (int i = 1; i <= 50; i += 2) {
            learners.complete(cohort, i);
        }
        String before = records();

        api.run(Csv.file().rows(cohort, 1, 50).bytes(), false);

        assertThat(learners.openPeriods(cohort)).isZero();
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void verifyOnlyChangesNothingAndAnswersAsTheRealRunDoes() {
        Learners.Cohort cohort = learners.enrolled(20);
        learners.complete(cohort, 7);
        byte[] file =
                Csv.file().rows(cohort, 1, 20).row("nobody", cohort.reference(), "Yes").bytes();

        String verification = api.run(file, true);
        int openAfterVerification = learners.openPeriods(cohort);
        String real = api.run(file, false);

        assertThat(openAfterVerification).isEqualTo(20);
        assertThat(learners.openPeriods(cohort)).isZero();
        assertThat(Csv.outcomes(api.results(verification)))
                .map(code -> code.replace("READY", "UNENROLLED"))
                .isEqualTo(Csv.outcomes(api.results(real)));
    }

    private String records() {
        return system.jdbc()
                .sql(
                        """
                        select md5(string_agg(t::text, '|' order by t::text)) from (
                            select c::text from lms.completion c union all
                            select a::text from lms.attendance a) as t (t)
                        """)
                .query(String.class)
                .single();
    }
}
