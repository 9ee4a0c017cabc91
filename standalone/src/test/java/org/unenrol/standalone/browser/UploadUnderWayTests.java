package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

/** The dialog between Upload and the server's answer, and what closing it leaves behind. */
class UploadUnderWayTests extends PortalTestCase {

    /** The place where an upload waits while it is being checked. */
    private static final String STORED_FILES = "imports.stored_file";

    /** The place where it waits when it can no longer be cancelled. */
    private static final String IMPORTS = "imports.import";

    private static final String COUNT_CLOSINGS =
            """
            window.closings = 0;
            document.querySelector("dialog[open]").addEventListener("close", () => window.closings++)
            """;

    private final String name = "leavers-%s.csv".formatted(UUID.randomUUID());

    @Test
    void cannotBeClosedAndLeadsToTheImport() {
        Learners.Cohort cohort = verified();
        prepare(cohort, false);
        system.locking(
                STORED_FILES,
                () -> {
                    upload();
                    assertThat(link("Close").count()).isZero();
                    assertAccessible();
                    page.evaluate(COUNT_CLOSINGS);
                    page.keyboard().press("Escape");
                    page.keyboard().press("Escape");
                    page.keyboard().press("Escape");
                    page.mouse().click(2, 2);
                    assertThat(page.evaluate("closings")).isEqualTo(0);
                    assertThat(dialog().isVisible()).isTrue();
                    assertThat(page.getByText("Checking the file").isVisible()).isTrue();
                });
        button("Unenrol 1 learner").click();

        assertThat(result()).contains("1 unenrolled");
    }

    @Test
    void canBeCancelledWhileItIsBeingCheckedAndLeavesNothing() {
        prepare(learners.enrolled(1), true);
        int files = orphans();
        system.locking(
                STORED_FILES,
                () -> {
                    upload();
                    button("Cancel upload").click();
                    page.getByText("The upload has been cancelled").waitFor();
                });

        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> imports() == 0);
        Awaitility.await().until(() -> orphans() <= files);
        assertThat(dialog().isVisible()).isTrue();
        button("Upload").click();
        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void leadsToTheImportWhereItIsTooLateToCancel() {
        prepare(learners.enrolled(1), true);
        system.locking(
                IMPORTS,
                () -> {
                    upload();
                    Awaitility.await().until(() -> orphans() > 0);
                    Awaitility.await().until(this::isTakenIn);
                    button("Cancel upload").click();
                });

        assertThat(result()).contains("1 ready to be unenrolled");
    }

    @Test
    void isTakenBackWhereThePageIsLeft() {
        prepare(learners.enrolled(1), true);
        system.locking(
                STORED_FILES,
                () -> {
                    upload();
                    page.onDialog(question -> question.accept());
                    page.evaluate("location.assign('/reports')");
                    page.waitForURL("**/reports");
                    Awaitility.await().until(() -> attempts("cancelled") > 0);
                });

        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> imports() == 0);
    }

    @Test
    void leadsToADecisionInEachOfTwoTabs() {
        Learners.Cohort cohort = learners.enrolled(2);
        prepare(cohort, false);
        button("Upload").click();
        button("Unenrol 2 learners").waitFor();
        var first = page;
        page = context().newPage();
        openDialog();
        page.getByLabel("Verify import file only").uncheck();
        choose("second.csv", HEADER + row(cohort.username(2), cohort, "No"));
        button("Upload").click();
        button("Unenrol 1 learner").waitFor();
        page = first;
        button("Unenrol 2 learners").click();

        assertThat(result()).contains("2 unenrolled");
    }

    private Learners.Cohort verified() {
        Learners.Cohort cohort = learners.enrolled(1);
        prepare(cohort, true);
        button("Upload").click();
        assertThat(result()).contains("1 ready to be unenrolled");
        return cohort;
    }

    private void prepare(Learners.Cohort cohort, boolean verifyOnly) {
        signIn("global.admin");
        openDialog();
        page.getByLabel("Verify import file only").setChecked(verifyOnly);
        choose(name, fileOf(cohort));
    }

    private void upload() {
        button("Upload").click();
        page.getByText("Checking the file").waitFor();
    }

    private boolean isTakenIn() {
        return attempts("not cancelled and decided_at > now() - interval '3 seconds'") > 0;
    }

    private int attempts(String which) {
        return count("portal.upload_attempt where " + which);
    }

    private int imports() {
        return count("imports.import where file_name = '" + name + "'");
    }

    private int orphans() {
        return count(
                """
                imports.stored_file f where not exists (
                    select from imports.import i join imports.progress p on p.import_id = i.id
                    where f.id in (i.upload_file, p.results_file))
                """);
    }

    private int count(String from) {
        return system.jdbc().sql("select count(*) from " + from).query(Integer.class).single();
    }
}
