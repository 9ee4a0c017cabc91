package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;

/** The lists of the portal: what they show, and how one gets from page to page. */
class ListPagesTests extends PageTestCase {

    @BeforeEach
    void forgetImports() {
        PortalDatabase.JDBC.sql("truncate imports.import, imports.stored_file cascade").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | There are no imports to show. | Real run   | Completed     | 1 row: 1 unenrolled
                    de | Es gibt keine Importe anzuzeigen. | Ausführung | Abgeschlossen | 1 Zeile: 1 abgemeldet
                    """)
    void showTheHistoryOfImports(
            String language, String none, String mode, String status, String summary) {
        assertThat(read("/imports", language)).contains(none);

        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);

        assertThat(read("/imports", language)).contains("leavers.csv", mode, status, summary);
    }

    @Test
    void filterTheHistoryByState() {
        imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);

        assertThat(read("/imports?state=COMPLETED", "en")).contains("leavers.csv");
        assertThat(read("/imports?state=FAILED", "en"))
                .contains("No import is like this.", "Show all imports");
        assertThat(read("/imports", "en")).doesNotContain("Show all imports");
    }

    @Test
    void findImportsByWordsAndDaysOfTheZoneThatIsShown() {
        UUID id = imports.submitted(Mode.VERIFY_ONLY, 1);
        PortalDatabase.JDBC
                .sql("update imports.import set submitted_at = '2026-06-30T23:30:00Z' where id = ?")
                .param(id)
                .update();

        assertThat(read("/imports?search=LEAVERS marsh", "en")).contains("leavers.csv");
        assertThat(read("/imports?search=movers", "de")).contains("So einen Import gibt es nicht.");
        assertThat(read("/imports?from=2026-07-01&to=2026-07-01", "en")).contains("leavers.csv");
        assertThat(read("/imports?from=2026-06-30&to=2026-06-30", "en"))
                .doesNotContain("leavers.csv");
        assertThat(page("/imports?from=2026-07-01", "en"))
                .bodyText()
                .contains("value=\"2026-07-01\"");
        assertThat(page("/imports?from=yesterday", "en")).hasStatus(404);
    }

    @Test
    void leadToOlderImportsAndBack() {
        IntStream.range(0, 26).forEach(i -> imports.submitted(Mode.VERIFY_ONLY, 1));

        assertThat(read("/imports", "en")).contains(" Older ").doesNotContain(" Newest ");
        assertThat(page("/imports", "en"))
                .bodyText()
                .containsPattern("rel=\"next\" href=\"[^\"]*after=\\d+");
        long after =
                PortalDatabase.JDBC
                        .sql("select min(sequence) + 1 from imports.import")
                        .query(Long.class)
                        .single();
        assertThat(read("/imports?after=" + after, "en"))
                .contains(" Newest ")
                .doesNotContain(" Older ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Courses and sessions | Page 1 of 2   | Next     | Enrolled
                    de | Kurse und Termine    | Seite 1 von 2 | Weiter   | Eingeschrieben
                    """)
    void showTheCatalogue(String language, String all, String page, String next, String enrolled) {
        assertThat(read("/catalogue", language)).contains(all, page, next, enrolled);
    }

    @Test
    void goOnToTheNextPageWithWhatWasSearchedFor() {
        assertThat(page("/catalogue?type=COURSE&search=a", "en"))
                .bodyText()
                .contains("search=a&amp;type=COURSE&amp;page=2");
        assertThat(page("/reports/records?state=ENROLLED&search=a", "en"))
                .bodyText()
                .contains("state=ENROLLED&amp;search=a&amp;page=2");
    }

    @Test
    void leadToTheOtherPagesBelowAPathOfTheirOwn() {
        assertThat(
                        browser.get()
                                .uri("/portal/catalogue?page=1")
                                .contextPath("/portal")
                                .with(as("global.admin")))
                .bodyText()
                .containsPattern("rel=\"next\" href=\"/portal/catalogue[?]");
    }

    @Test
    void takeAPageThatCannotBeForOneThatCan() {
        assertThat(read("/catalogue?page=-7", "en")).contains("Page 1 of");
        assertThat(read("/reports?page=0", "en")).doesNotContain("Previous");
        assertThat(page("/reports/records?page=2147483647", "en")).hasStatusOk();
    }

    /** The sentences of a search without a result. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | /catalogue       | Nothing in your part of the catalogue matches. Try fewer words
                    de | /catalogue       | In Ihrem Teil des Katalogs passt nichts dazu.
                    en | /reports         | Nothing in your part of the catalogue matches.
                    de | /reports/records | Es gibt keine Lernstände anzuzeigen.
                    """)
    void sayThatNothingWasFound(String language, String path, String sentence) {
        assertThat(read(path + "?search=no-such-thing", language)).contains(sentence);
    }

    /** A Content administrator sees the areas granted. */
    @Test
    void showNothingOfAreasThatAreNotGranted() {
        String all = read("/catalogue", "en");
        String granted = read(browser.get().uri("/catalogue").with(as("content.admin")).exchange());

        assertThat(count(granted)).isPositive().isLessThan(count(all));
    }

    @Test
    void leadToTheImportThatEndedAnEnrolmentWhereItMayBeSeen() {
        UUID ending = imports.ended(Mode.APPLY, OutcomeCode.UNENROLLED);
        PortalDatabase.JDBC
                .sql(
                        """
                        update lms.enrolment set ended_at = now(), ended_by_import = :id, ended_by_row = 1
                        where id = (
                            select min(id) from lms.enrolment
                            where ended_at is null and activity_id = :item)
                        """)
                .param("id", ending)
                .param("item", item("FIRE-SAFETY-2026"))
                .update();
        String path = "/reports/records?item=" + item("FIRE-SAFETY-2026") + "&state=UNENROLLED";

        assertThat(page(path, "en")).bodyText().contains("href=\"/imports/" + ending);
        assertThat(browser.get().uri(path).with(as("content.admin")))
                .bodyText()
                .contains("by an import")
                .doesNotContain("/imports/" + ending);
    }

    private static int count(String page) {
        return Integer.parseInt(page.replaceFirst(".* (\\d+) items .*", "$1"));
    }
}
