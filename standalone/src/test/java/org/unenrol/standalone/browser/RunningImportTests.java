package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;
import org.unenrol.standalone.TestSystem;

/** The page of an import that is under way: the worker is held until the page has been seen. */
class RunningImportTests extends PortalTestCase {

    private static final int MANY = 20_000;

    @AfterEach
    void releaseTheWorker() {
        system.releaseWorker();
    }

    @Test
    void isCancelledAndSaysWhatStaysDone() {
        Learners.Cohort cohort = learners.enrolled(MANY);
        run(cohort);
        assertThat(page.locator("#import").innerText())
                .contains("You can leave this page")
                .contains("is sent to global.admin@");
        assertAccessible();
        link("Cancel").click();
        page.getByText("What has been done stays done").waitFor();
        assertAccessible();
        link("Let it go on").click();
        link("Cancel").click();
        button("Cancel this import").click();
        page.getByText("Cancelling").waitFor();
        assertThat(link("Cancel").count()).isZero();
        system.releaseWorker();

        assertThat(result()).startsWith("Cancelled").contains("not processed");
        assertThat(page.locator("#import").innerText())
                .containsPattern(
                        "[1-9][0-9,]* of 20,000 rows had been done before it was cancelled");
        assertThat(learners.openPeriods(cohort)).isPositive();
        assertAccessible();
    }

    @Test
    void saysThatItIsTooLateToCancelWhatHasEndedMeanwhile() {
        run(learners.enrolled(1));
        String here = page.url();
        link("Cancel").click();
        system.releaseWorker();
        var other = context().newPage();
        other.navigate(here);
        other.locator(".result").waitFor();
        button("Cancel this import").click();

        page.getByText("It was too late to cancel").waitFor();
        assertThat(result()).contains("1 unenrolled");
    }

    @Test
    void goesOnByItselfToTheResult() {
        run(learners.enrolled(1));
        page.getByText("0 of 1 row done").waitFor();
        system.releaseWorker();

        assertThat(result()).contains("1 unenrolled");
        assertThat(page.title()).startsWith("Completed: ");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("result");
    }

    @Test
    void leadsBackFromTheSignInWhereTheSessionHasEnded() {
        run(learners.enrolled(1));
        String here = page.url();
        context().clearCookies();
        page.waitForURL("**/sign-in");
        system.releaseWorker();
        signInHere("global.admin", TestSystem.PASSWORD);

        page.waitForURL(here);
        assertThat(result()).contains("1 unenrolled");
    }

    @Test
    void saysThatTheConnectionIsLostAndGoesOnAfterwards() {
        run(learners.enrolled(1));
        context().setOffline(true);
        page.getByText("The connection is lost").waitFor();
        assertAccessible();
        context().setOffline(false);
        page.waitForCondition(() -> !page.locator(".offline").isVisible());
        system.releaseWorker();

        assertThat(result()).contains("1 unenrolled");
    }

    /** Applies a file, with the worker held from when that is decided. */
    private void run(Learners.Cohort cohort) {
        signIn("global.admin");
        openDialog();
        page.getByLabel("Verify import file only").uncheck();
        choose("many.csv", fileOf(cohort));
        button("Upload").click();
        page.locator("#decision .danger").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        system.holdWorker();
        if (page.locator("#number").count() > 0) {
            page.locator("#number").fill(String.valueOf(MANY));
        }
        page.locator("#decision .danger").click();
        page.waitForURL("**/imports/*");
    }
}
