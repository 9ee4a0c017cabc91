package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ItemPageTests extends PageTestCase {

    private static final String REFERENCE = "FIRE-SAFETY-2026";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Course | Health and safety | Page 1  | Not completed
                    de | Kurs   | Health and safety | Seite 1 | Nicht abgeschlossen
                    """)
    void showsTheItemWithItsLearners(
            String language, String kind, String area, String page, String result) {
        assertThat(read("/catalogue/" + item(REFERENCE), language))
                .contains("Fire safety awareness 2026", kind, area, page, result);
    }

    @Test
    void tellsOfNoProblemWhereThereIsNone() {
        assertThat(page("/catalogue/" + item(REFERENCE), "en"))
                .bodyText()
                .doesNotContain("role=\"alert\"", "There is a problem");
    }

    @Test
    void isNotFoundOutsideTheAreasGranted() {
        long elsewhere =
                PortalDatabase.JDBC
                        .sql(
                                """
                                select min(id) from lms.activity where area not in (
                                    select area from accounts.managed_area)
                                """)
                        .query(Long.class)
                        .single();

        assertThat(page("/catalogue/" + elsewhere, "en")).hasStatusOk();
        assertThat(browser.get().uri("/catalogue/" + elsewhere).with(as("content.admin")))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | There is a problem   | Another item has this external reference already
                    de | Es gibt ein Problem  | Ein anderer Eintrag hat diese externe Referenz bereits
                    """)
    void saysWhyAReferenceCannotBe(String language, String problem, String why) {
        MvcTestResult refused = setReference(language, "FIRST-AID-AT-WORK");

        assertThat(refused).hasStatus(422).bodyText().contains("value=\"FIRST-AID-AT-WORK\"");
        assertThat(read(refused)).contains(problem, why, "Fire safety awareness 2026");
    }

    @Test
    void asksBeforeAReferenceIsTakenAway() {
        assertThat(setReference("en", ""))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/catalogue/" + item(REFERENCE) + "/external-reference/remove");
    }

    @Test
    void setsNothingWithoutTheTokenOfAForm() {
        assertThat(
                        browser.post()
                                .uri("/catalogue/" + item(REFERENCE) + "/external-reference")
                                .param("externalReference", "ANOTHER")
                                .with(as("global.admin")))
                .hasRedirectedUrl("/sign-in?expired");
        assertThat(item(REFERENCE)).isPositive();
    }

    private MvcTestResult setReference(String language, String reference) {
        return browser.post()
                .uri("/catalogue/" + item(REFERENCE) + "/external-reference")
                .param("externalReference", reference)
                .header("Accept-Language", language)
                .with(as("global.admin"))
                .with(csrf())
                .exchange();
    }
}
