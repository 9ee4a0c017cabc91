package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

class WithoutScriptTests extends PortalTestCase {

    @BeforeEach
    void switchScriptsOff() {
        use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    @Test
    void signsInVerifiesAndShowsTheResult() {
        Learners.Cohort cohort = learners.enrolled(1);
        signInAnew("global.admin");
        button("Import unenrolments").click();
        page.waitForURL("**/imports/new**");
        button("Upload").click();
        assertThat(page.locator(".summary").innerText()).contains("Select a CSV file");
        upload(cohort);

        assertThat(resultAfterReloading()).contains("1 ready to be unenrolled");
        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
    }

    @Test
    void unenrolsWhereTheBoxIsClearedAndTheRunIsDecidedUpon() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        open("/imports/new");
        page.getByLabel("Verify import file only").uncheck();
        upload(cohort);
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator("#decision .danger").count() == 1;
                });
        button("Unenrol 1 learner").click();

        assertThat(resultAfterReloading()).contains("1 unenrolled");
        assertThat(learners.openPeriods(cohort)).isZero();
    }

    private void upload(Learners.Cohort cohort) {
        page.locator("#file").setInputFiles(payload("leavers.csv", fileOf(cohort)));
        button("Upload").click();
    }

    private String resultAfterReloading() {
        page.waitForURL("**/imports/*");
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator(".result").count() == 1;
                });
        return page.locator(".result").innerText();
    }
}
