package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.unenrol.model.OutcomeCode.NOT_ENROLLED;
import static org.unenrol.model.OutcomeCode.NOT_PROCESSED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.SYSTEM_ERROR;
import static org.unenrol.model.OutcomeCode.UNENROLLED;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.model.Mode;

class ImportPageTests extends PageTestCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Verifying      | 1 of 1,204 rows done              | Cancel
                    de | Prüfung läuft  | 1 von 1.204 Zeilen bearbeitet     | Abbrechen
                    """)
    void tellsHowFarAnImportIs(String language, String status, String done, String cancel) {
        UUID running = imports.settled(Mode.VERIFY_ONLY, 1_204, READY);

        assertThat(read("/imports/" + running, language)).contains(status, done, cancel);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The results can be read until   | The results were deleted on  | 90 days after the import ended
                    de | Die Ergebnisse sind bis zum     | Die Ergebnisse wurden am     | 90 Tage nach dem Ende des Imports
                    """)
    void tellsHowLongResultsAreKeptAndThatTheyAreGone(
            String language, String kept, String deleted, String after) {
        UUID ended = imports.ended(Mode.APPLY, UNENROLLED);
        assertThat(read("/imports/" + ended, language)).contains(kept);
        assertThat(page("/imports/" + ended, language)).bodyText().contains("results.csv");

        forget(ended, 90);

        assertThat(read("/imports/" + ended, language))
                .contains(deleted, after)
                .doesNotContain(kept);
        assertThat(page("/imports/" + ended, language)).bodyText().doesNotContain("results.csv");
        assertThat(page("/imports/" + ended + "/results.csv", language)).hasStatus(410);
    }

    /** Leaves of an import that ended so many days ago what is left by a purge. */
    private static void forget(UUID id, int days) {
        PortalDatabase.JDBC
                .sql(
                        """
                        update imports.progress
                        set completed_at = now() - make_interval(hours => 24 * :days), results_file = null,
                            results_deleted_at = now(), outcomes_deleted_at = now()
                        where import_id = :id
                        """)
                .param("id", id)
                .param("days", days)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"en, Cancelling", "de, Wird abgebrochen"})
    void offersNoSecondCancel(String language, String status) {
        UUID cancelling = imports.cancelling(2);

        assertThat(page("/imports/" + cancelling, language))
                .bodyText()
                .contains(status)
                .doesNotContain("/imports/" + cancelling + "/cancel");
    }

    @ParameterizedTest
    @CsvSource({"en, Building the results file", "de, Ergebnisdatei wird erstellt"})
    void tellsThatResultsAreBeingBuilt(String language, String status) {
        UUID settled = imports.settled(Mode.APPLY, 1, UNENROLLED);

        assertThat(read("/imports/" + settled, language)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Verified, some rows need fixing      | 3 rows: 2 ready to be unenrolled, 1 needs fixing  | Apply this import
                    de | Geprüft, einige Zeilen sind zu berichtigen | 3 Zeilen: 2 bereit zur Abmeldung, 1 zu berichtigen | Diesen Import anwenden
                    """)
    void offersToApplyWhatIsReady(String language, String status, String summary, String apply) {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, READY, READY, USERNAME_NOT_RECOGNISED);

        assertThat(read("/imports/" + verified, language)).contains(status, summary, apply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Cancelled  | 1 of 2 rows had been done before it was cancelled
                    de | Abgebrochen | 1 von 2 Zeilen waren vor dem Abbruch bearbeitet
                    """)
    void tellsWhatWasDoneBeforeACancel(String language, String status, String done) {
        UUID cancelled = imports.cancelled(UNENROLLED, NOT_PROCESSED);

        assertThat(read("/imports/" + cancelled, language)).contains(status, done);
    }

    @ParameterizedTest
    @CsvSource({"en, Failed", "de, Fehlgeschlagen"})
    void hasNothingToDownloadAfterAFailure(String language, String status) {
        UUID failed = imports.failed();

        assertThat(page("/imports/" + failed, language))
                .bodyText()
                .contains(status)
                .doesNotContain("results.csv");
    }

    @Test
    void writesWhatAFileIsCalledAsText() {
        UUID other = imports.submitted(Mode.VERIFY_ONLY, 1);
        PortalDatabase.JDBC
                .sql("update imports.import set file_name = '<b>x</b>.csv' where id = ?")
                .param(other)
                .update();

        assertThat(page("/imports/" + other, "en"))
                .bodyText()
                .contains("&lt;b&gt;x&lt;/b&gt;.csv")
                .doesNotContain("<b>x");
    }

    /** A running import answers with its progress alone, one that has ended with all of it. */
    @Test
    void replacesTheWholePageOnceItHasEnded() {
        UUID running = imports.submitted(Mode.VERIFY_ONLY, 1);
        UUID ended = imports.ended(Mode.VERIFY_ONLY, READY);

        assertThat(page("/imports/" + running + "/progress", "en"))
                .doesNotContainHeader("HX-Retarget")
                .bodyText()
                .startsWith("<div id=\"progress\"");
        assertThat(page("/imports/" + ended + "/progress", "en"))
                .hasHeader("HX-Retarget", "#import")
                .bodyText()
                .startsWith("<div id=\"import\"");
    }

    @Test
    void isNotFoundForAContentAdministratorWhoseItIsNot() {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, READY);
        assertThat(asContentAdministrator("/imports/" + verified)).hasStatus(404);
        assertThat(read(asContentAdministrator("/imports"))).doesNotContain("Submitted by");
        assertThat(read("/imports", "en")).contains("Submitted by");

        submittedByContentAdministrator(verified);

        assertThat(read(asContentAdministrator("/imports/" + verified)))
                .contains("Apply this import");
    }

    @Test
    void tellsThatSomebodyElseHasAppliedItAndOffersItNoMore() {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, READY);
        browser.post()
                .uri("/imports/" + verified + "/apply")
                .with(as("global.admin"))
                .with(csrf())
                .exchange();
        submittedByContentAdministrator(verified);

        assertThat(read(asContentAdministrator("/imports/" + verified)))
                .contains("Another administrator has applied this verification.")
                .doesNotContain("Apply this import");
        assertThat(asContentAdministrator("/imports/" + verified + "/apply"))
                .hasRedirectedUrl("/imports/" + verified);
    }

    @Test
    void showsThePeopleOfItsRowsAndWhatIsWrongWithThem() {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, READY, USERNAME_NOT_RECOGNISED);

        assertThat(read("/imports/" + verified, "en"))
                .contains(
                        "2 Learner <1> learner.1 Fire & safety FIRE-SAFETY-2026 Yes",
                        "3 learner.2 Fire & safety FIRE-SAFETY-2026 Yes");
        assertThat(page("/imports/" + verified, "en"))
                .bodyText()
                .contains("Learner &lt;1&gt;")
                .containsOnlyOnce("class=\"wrong-cell\"");
    }

    @Test
    void findsRowsByWhatStandsInThemByOutcomeAndByActivity() {
        UUID verified = imports.ended(Mode.VERIFY_ONLY, READY, USERNAME_NOT_RECOGNISED);
        String rows = "/imports/" + verified;
        long fire = item("FIRE-SAFETY-2026");

        assertThat(read(rows + "?search=learner.2", "en"))
                .contains("Show all rows", "3 learner.2")
                .doesNotContain("Learner <1>");
        assertThat(read(rows + "?outcome=READY", "en")).doesNotContain("3 learner.2");
        assertThat(read(rows + "?activity=" + fire, "en"))
                .contains("Rows of Fire & safety", "Learner <1>");
        assertThat(read(rows + "?activity=0", "en")).contains("No row is like this.");
        assertThat(read(rows, "en")).doesNotContain("Show all rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Take back    | Take this import back?        | 0 learners will get | 2 rows are not on record | Completion and attendance stay
                    de | Zurücknehmen | Diesen Import zurücknehmen?   | 0 Lernende erhalten | 2 Zeilen sind auf der    | Abschluss und Teilnahme
                    """)
    void saysBeforeTakingBackWhatComesOfIt(
            String language,
            String link,
            String heading,
            String whom,
            String unknown,
            String stays) {
        UUID applied = imports.ended(Mode.APPLY, UNENROLLED, UNENROLLED, NOT_ENROLLED);

        assertThat(read("/imports/" + applied, language)).contains(link);
        assertThat(read("/imports/" + applied + "/take-back?row=1&row=2&row=3", language))
                .contains(heading, whom, unknown, stays);
    }

    @Test
    void takesBackWhatWasChosenAndLinksBothWays() {
        UUID applied = imports.ended(Mode.APPLY, UNENROLLED, UNENROLLED);

        assertThat(page("/imports/" + applied, "en"))
                .bodyText()
                .contains("form=\"take-back\"", "aria-label=\"Choose row 3\"");
        assertThat(
                        browser.get()
                                .uri("/imports/" + applied + "/take-back?chosen=true")
                                .with(as("global.admin")))
                .hasRedirectedUrl("/imports/" + applied);

        String back = pressed("/imports/" + applied + "/take-back?row=2");

        assertThat(read(back, "en"))
                .contains("It takes back what the import of", "0 of 1 row done");
        assertThat(read("/imports/" + applied, "en"))
                .contains("1 row of it is taken back by the take-back of");
        assertThat(read("/imports", "en")).contains("Take back");
        assertThat(pressed("/imports/" + applied + "/take-back?row=2"))
                .isEqualTo("/imports/" + applied);
    }

    @Test
    void runsAgainWhatTheSystemHasFailed() {
        UUID applied = imports.ended(Mode.APPLY, UNENROLLED, SYSTEM_ERROR);

        assertThat(read("/imports/" + applied + "/run-again", "en"))
                .contains("1 row will be run again", "Run 1 row again");
        String again = pressed("/imports/" + applied + "/run-again");

        assertThat(again).endsWith("/apply");
        assertThat(read(again.replace("/apply", ""), "en"))
                .contains("It runs rows of the import of");
        assertThat(read("/imports/" + applied, "en"))
                .contains("1 row of it is run again by the import of");
        assertThat(browser.get().uri("/imports/" + applied + "/run-again").with(as("global.admin")))
                .hasRedirectedUrl("/imports/" + applied);
    }

    private String pressed(String address) {
        String next =
                browser.post()
                        .uri(address)
                        .param("key", UUID.randomUUID().toString())
                        .with(as("global.admin"))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl();
        return String.valueOf(next);
    }

    private MvcTestResult asContentAdministrator(String path) {
        return browser.get().uri(path).with(as("content.admin")).exchange();
    }

    private static void submittedByContentAdministrator(UUID id) {
        PortalDatabase.JDBC
                .sql("update imports.import set submitted_by = 'content.admin' where id = ?")
                .param(id)
                .update();
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        assertThat(page("/imports/" + UUID.randomUUID(), "en")).hasStatus(404);
        assertThat(page("/imports/none", "en")).hasStatus(404);
    }
}
