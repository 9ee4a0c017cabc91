package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTests extends PortalTestCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalogue",
                "/catalogue/import-unenrolments",
                "/catalogue?search=nothing-like-this",
                "/imports",
                "/reports",
                "/reports/learners",
                "/reports/records",
                "/mailbox",
                "/nowhere"
            })
    void areAccessibleAndFitASmallScreenLightAndDark(String path) {
        signIn("global.admin");
        open(path);
        show(ColorScheme.LIGHT);
        assertAccessible();
        show(ColorScheme.DARK);
        page.setViewportSize(320, 640);
        assertAccessible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BUDGET-HOLDERS", "HOUSING-REPAIRS"})
    void hideFromAContentAdministratorWhatLiesOutsideTheAreasGranted(String reference) {
        long id =
                system.jdbc()
                        .sql("select id from lms.activity where external_reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single();
        signIn("content.admin");

        for (String path : new String[] {"", "/enrolments.csv", "/learners/1/unenrol"}) {
            assertThat(page.navigate(system.url() + "/catalogue/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        open("/catalogue?search=" + reference);
        assertThat(page.locator("main").innerText()).contains("0 items");
        open("/reports/records?item=" + id);
        assertThat(page.locator("main").innerText()).contains("No records to show");
    }

    /** Playwright's enum of schemes does not survive a Turkish locale. */
    private void show(ColorScheme scheme) {
        Locale turkish = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        } finally {
            Locale.setDefault(turkish);
        }
    }
}
