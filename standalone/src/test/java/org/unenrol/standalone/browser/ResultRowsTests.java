package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unenrol.standalone.Learners;

/** The rows on an import's page, which shows 50 at a time. */
class ResultRowsTests extends PortalTestCase {

    private static final int ROWS = 120;

    @BeforeEach
    void verifyAFileWithOneUnknownUsername() {
        Learners.Cohort cohort = learners.unenrolled(ROWS);
        signIn("global.admin");
        openDialog();
        choose("many.csv", fileOf(cohort) + row("nobody-" + cohort.prefix(), cohort, "No"));
        button("Upload").click();
        assertThat(result()).contains(ROWS + " were not enrolled, 1 needs fixing");
    }

    @Test
    void areTurnedForwardsAndBack() {
        link("Next rows").click();
        link("Next rows").click();
        assertThat(firstRow()).isEqualTo("102");
        link("Previous rows").click();
        assertThat(firstRow()).isEqualTo("52");
        link("Previous rows").click();

        assertThat(firstRow()).isEqualTo("2");
        assertThat(link("Previous rows").count()).isZero();
    }

    @Test
    void areShownByOutcome() {
        page.locator("#outcome").selectOption("USERNAME_NOT_RECOGNISED");
        button("Show").click();

        assertThat(page.locator("section[aria-labelledby=rows] tbody tr").count()).isEqualTo(1);
        assertThat(firstRow()).isEqualTo("122");
        assertAccessible();
    }

    private String firstRow() {
        return page.locator("section[aria-labelledby=rows] tbody th").first().innerText();
    }
}
