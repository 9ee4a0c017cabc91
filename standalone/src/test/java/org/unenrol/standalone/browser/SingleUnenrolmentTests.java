package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

class SingleUnenrolmentTests extends PortalTestCase {

    @Test
    void endsTheEnrolmentSendsTheEmailAndKeepsTheCompletion() {
        Learners.Cohort cohort = learners.enrolled(1);
        learners.complete(cohort, 1);
        signIn("global.admin");
        page.locator("#search").fill(cohort.reference());
        button("Search").click();
        link(cohort.title()).click();
        assertAccessible();
        link("Unenrol Learner 1").click();
        button("Unenrol").click();
        assertThat(problem()).isEqualTo("Select whether to send an unenrolment email");
        assertAccessible();
        page.getByLabel("Yes").check();
        button("Unenrol").click();
        page.locator(".notice").getByText("completion kept").waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("unenrolment");
        open("/reports/records?search=" + cohort.username(1));

        assertThat(page.locator("tbody").innerText())
                .contains("Unenrolled")
                .contains("by an import")
                .contains("Passed");
        assertThat(learners.openPeriods(cohort)).isZero();
        Awaitility.await().until(() -> hasBeenSentAnEmailOf(cohort));
    }

    @Test
    void isNotDoneTwiceByAPageFromBefore() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        page.locator("#search").fill(cohort.reference());
        button("Search").click();
        link(cohort.title()).click();
        link("Unenrol Learner 1").click();
        page.getByLabel("Yes").check();
        learners.unenrol(cohort, 1);
        button("Unenrol").click();

        page.getByText("Learner 1 is not enrolled any longer").waitFor();
        assertAccessible();
        page.goBack();
        page.getByText("Learner 1 is not enrolled any longer").waitFor();
    }

    private boolean hasBeenSentAnEmailOf(Learners.Cohort cohort) {
        return system.mailbox().messages().stream()
                .anyMatch(mail -> mail.subject().endsWith(cohort.title()));
    }
}
