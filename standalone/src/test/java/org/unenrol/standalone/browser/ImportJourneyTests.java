package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unenrol.standalone.Learners;
import org.unenrol.standalone.TestSystem;

/** The import of a file, from the sign-in to the result. */
class ImportJourneyTests extends PortalTestCase {

    @Test
    void verifiesFixesUploadsAgainAndAppliesByMouse() throws IOException {
        Learners.Cohort cohort = learners.enrolled(2);
        String unknown = "nobody-" + cohort.prefix();
        signIn("global.admin");
        link("Catalogue").click();
        button("Import unenrolments").click();
        assertThat(page.getByLabel("Verify import file only").isChecked()).isTrue();
        choose(
                "leavers.csv",
                HEADER + row(cohort.username(1), cohort, "Yes") + row(unknown, cohort, "No"));
        assertThat(dialog().innerText()).contains("leavers.csv");
        button("Upload").click();

        assertThat(result()).contains("2 rows: 1 ready to be unenrolled, 1 needs fixing");
        assertAccessible();
        Download toFix = page.waitForDownload(() -> link("Download rows to fix").click());
        openDialog();
        choose("fixed.csv", Files.readString(toFix.path()).replace(unknown, cohort.username(2)));
        button("Upload").click();
        assertThat(result()).contains("1 row: 1 ready to be unenrolled");
        assertThat(learners.openPeriods(cohort)).isEqualTo(2);

        link("Apply this import").click();
        assertThat(page.locator(".result").innerText())
                .isEqualTo("1 learner in 1 activity will be unenrolled.");
        assertAccessible();
        button("Unenrol 1 learner").click();
        page.getByText("Real run").waitFor();
        assertThat(result()).contains("1 row: 1 unenrolled");
        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
    }

    @Test
    void verifiesByKeyboardAlone(@TempDir Path folder) throws IOException {
        Learners.Cohort cohort = learners.enrolled(1);
        open("/sign-in");
        tabTo("Username");
        page.keyboard().type("global.admin");
        tabTo("Password");
        page.keyboard().type(TestSystem.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/catalogue");
        tabTo("Import unenrolments");
        page.keyboard().press("Enter");
        dialog().waitFor();
        tabTo("Browse");
        assertThat(opensItsWindowOnEnter(page.locator(":focus"))).isTrue();
        page.locator(":focus")
                .setInputFiles(Files.writeString(folder.resolve("leavers.csv"), fileOf(cohort)));
        tabTo("Upload");
        page.keyboard().press("Enter");

        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void takesAFileThatIsDroppedOnTheDialog() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        openDialog();
        dialog().evaluate(
                        """
                        (dialog, content) => {
                            const data = new DataTransfer();
                            data.items.add(new File([content], "dropped.csv", {type: "text/csv"}));
                            for (const name of ["dragover", "drop"]) {
                                dialog.dispatchEvent(new DragEvent(name,
                                    {dataTransfer: data, bubbles: true, cancelable: true}));
                            }
                        }""",
                        fileOf(cohort));
        assertThat(dialog().innerText()).contains("dropped.csv");
        button("Upload").click();

        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void showsWhomItIsAboutBeforeARealRun() {
        Learners.Cohort cohort = learners.enrolled(1);
        signIn("global.admin");
        openDialog();
        page.getByLabel("Verify import file only").uncheck();
        assertThat(dialog().innerText()).contains("Then you see who will be unenrolled");
        choose("leavers.csv", fileOf(cohort));
        button("Upload").click();
        button("Unenrol 1 learner").waitFor();
        assertThat(page.locator("#decision").innerText())
                .contains("1 learner in 1 activity will be unenrolled.", "Everybody");
        assertAccessible();
        assertThat(learners.openPeriods(cohort)).isEqualTo(1);
        button("Unenrol 1 learner").click();

        assertThat(result()).contains("1 unenrolled");
        assertThat(learners.openPeriods(cohort)).isZero();
    }

    @Test
    void wantsTheNumberTypedWhereAWholeCourseLeaves() {
        Learners.Cohort cohort = learners.enrolled(12);
        verify("global.admin", fileOf(cohort));
        link("Apply this import").click();
        assertAccessible();
        page.getByLabel("Type 12 to confirm").fill("11");
        button("Unenrol 12 learners").click();
        assertThat(problem()).isEqualTo("Type 12, the number of learners who will be unenrolled");
        assertAccessible();
        assertThat(learners.openPeriods(cohort)).isEqualTo(12);
        page.getByLabel("Type 12 to confirm").fill("12");
        button("Unenrol 12 learners").click();

        page.getByText("Real run").waitFor();
        assertThat(result()).contains("12 unenrolled");
    }

    @Test
    void takesThreeOfTheRowsBackAgain() {
        Learners.Cohort cohort = learners.enrolled(12);
        verify("global.admin", fileOf(cohort));
        link("Apply this import").click();
        page.getByLabel("What is this run for?").fill("Left in November");
        page.getByLabel("Type 12 to confirm").fill("12");
        button("Unenrol 12 learners").click();
        page.getByText("Real run").waitFor();
        assertThat(result()).contains("12 unenrolled");
        assertThat(learners.openPeriods(cohort)).isZero();
        for (int row : new int[] {0, 5, 11}) {
            page.locator("input[name=row]").nth(row).check();
        }
        assertAccessible();
        button("Take back the chosen rows").click();
        page.locator("h1").getByText("Take").waitFor();
        assertAccessible();
        page.locator("main form button.primary").click();

        page.waitForURL("**/imports/*");
        assertThat(result()).contains("3");
        assertThat(learners.openPeriods(cohort)).isEqualTo(3);
        assertAccessible();
        open("/imports?search=november");
        assertThat(page.locator(".list tbody").innerText()).contains("Left in November");
        assertAccessible();
    }

    @Test
    void findsAPersonAmongItsRows() {
        Learners.Cohort cohort = learners.enrolled(3);
        verify("global.admin", fileOf(cohort));
        page.getByLabel("Search by name").fill(cohort.username(2).toUpperCase(Locale.ROOT));
        button("Show").click();

        assertThat(page.locator(".rows tbody tr").count()).isEqualTo(1);
        assertThat(page.locator(".rows tbody").innerText()).contains(cohort.username(2));
        assertAccessible();
    }

    @Test
    void leadsBackFromTheApplyPageToWhatHasBeenApplied() {
        Learners.Cohort cohort = learners.enrolled(1);
        verify("global.admin", fileOf(cohort));
        link("Apply this import").click();
        button("Unenrol 1 learner").click();
        page.getByText("Real run").waitFor();
        String applied = page.url();
        page.goBack();

        page.waitForURL(applied);
        page.getByText("had been applied already").waitFor();
        assertAccessible();
    }

    @Test
    void offersNothingToApplyAndNoGreenWhereNoRowIsReady() {
        Learners.Cohort cohort = learners.unenrolled(1);
        verify("global.admin", HEADER + row("nobody-" + cohort.prefix(), cohort, "No"));

        assertThat(result()).startsWith("Verified, the row needs fixing");
        assertThat(page.locator(".result .tag").getAttribute("class")).contains("bad");
        assertThat(link("Apply this import").count()).isZero();
        page.getByText("No row is ready to be unenrolled").waitFor();
        assertAccessible();
        String here = page.url();
        page.navigate(here + "/apply");
        assertThat(page.url()).isEqualTo(here);
        open("/imports");
        assertThat(page.locator("tbody tr").first().locator(".tag").getAttribute("class"))
                .contains("bad");
    }

    private void verify(String username, String file) {
        signIn(username);
        openDialog();
        choose("leavers.csv", file);
        button("Upload").click();
        result();
    }

    private void tabTo(String name) {
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            Object focused =
                    page.evaluate(
                            "(document.activeElement.labels?.[0] ?? document.activeElement)"
                                    + ".innerText.trim()");
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError(name + " cannot be reached by keyboard");
    }

    /** By the click that opens it: the window itself is the browser's own. */
    private boolean opensItsWindowOnEnter(Locator file) {
        file.evaluate(
                """
                input => input.addEventListener("click", event => {
                    event.preventDefault();
                    input.dataset.opened = "yes";
                }, {once: true})
                """);
        page.keyboard().press("Enter");
        return "yes".equals(file.getAttribute("data-opened"));
    }
}
