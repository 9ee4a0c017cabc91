package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

/** The page of an import that is under way: the worker is held until the page has been seen. */
class RunningImportTests extends PortalTestCase {

    private static final int MANY = 20_000;

    @BeforeEach
    void holdTheWorker() {
        system.holdWorker();
    }

    @AfterEach
    void releaseTheWorker() {
        system.releaseWorker();
    }

    @Test
    void isCancelledAndSaysWhatStaysDone() {
        Learners.Cohort cohort = learners.enrolled(MANY);
        runWithoutVerifying(cohort);
        assertThat(page.locator("#import").innerText()).contains("What has been done stays done");
        assertAccessible();
        button("Cancel").click();
        page.getByText("Cancelling").waitFor();
        assertThat(button("Cancel").count()).isZero();
        system.releaseWorker();

        assertThat(result()).startsWith("Cancelled").contains("not processed");
        assertThat(learners.openPeriods(cohort)).isPositive();
        assertAccessible();
    }

    @Test
    void goesOnByItselfToTheResult() {
        runWithoutVerifying(learners.enrolled(1));
        page.getByText("0 of 1 row done").waitFor();
        system.releaseWorker();

        assertThat(result()).contains("1 unenrolled");
        assertThat(page.title()).startsWith("Completed: ");
    }

    @Test
    void saysThatTheConnectionIsLostAndGoesOnAfterwards() {
        runWithoutVerifying(learners.enrolled(1));
        context().setOffline(true);
        page.getByText("The connection is lost").waitFor();
        assertAccessible();
        context().setOffline(false);
        page.waitForCondition(() -> !page.locator(".offline").isVisible());
        system.releaseWorker();

        assertThat(result()).contains("1 unenrolled");
    }

    private void runWithoutVerifying(Learners.Cohort cohort) {
        signIn("global.admin");
        openDialog();
        page.getByLabel("Verify import file only").uncheck();
        choose("many.csv", fileOf(cohort));
        button("Upload").click();
        page.locator(".danger").getByText("Unenrol the learners of").click();
        page.waitForURL("**/imports/*");
    }
}
