package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

class ExportsTests extends PortalTestCase {

    @Test
    void containNothingThatASpreadsheetWouldRun() {
        long id = itemWithReference("=HYPERLINK(\"https://example.org\")");
        signIn("global.admin");

        assertThat(export("/catalogue/" + id + "/enrolments.csv"))
                .startsWith("\uFEFF" + HEADER)
                .containsPattern("\r\n[^,=]+,\"'=HYPERLINK\\(\"\"https://example.org\"\"\\)\",No");
        assertThat(export("/reports/records.csv?item=" + id))
                .contains(",\"'=HYPERLINK(\"\"https://example.org\"\")\",Enrolled,");
    }

    @Test
    void tellTimesAsASpreadsheetReadsThemAndInWhichZone() {
        long id = itemWithReference("TIMES-" + System.nanoTime());
        signIn("global.admin");

        assertThat(export("/reports/records.csv?item=" + id))
                .containsPattern(
                        ",Enrolled \\(Pacific/Chatham\\),Unenrolled \\(Pacific/Chatham\\),Result,"
                                + "Result recorded \\(Pacific/Chatham\\)\r\n")
                .containsPattern(",Enrolled,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d,,,\r\n");
    }

    private long itemWithReference(String reference) {
        Learners.Cohort cohort = learners.enrolled(1);
        return system.jdbc()
                .sql(
                        "update lms.activity set external_reference = :new"
                                + " where external_reference = :old returning id")
                .param("new", reference)
                .param("old", cohort.reference())
                .query(Long.class)
                .single();
    }

    private String export(String path) {
        APIResponse response = page.request().get(system.url() + path);
        assertThat(response.status()).isEqualTo(200);
        return response.text();
    }
}
