package org.unenrol.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.unenrol.portal.PortalDatabase.JDBC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The dialog's form, as its script asks for it. */
class DialogTests extends PageTestCase {

    private static final String HEADER =
            "Username,Activity external reference,Send unenrolment email\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | ''        | The selected file is empty
                    de | ''        | Die ausgewählte Datei ist leer
                    en | 'a,b\r\n' | The selected file must use the template
                    de | 'a,b\r\n' | Die ausgewählte Datei muss der Vorlage folgen
                    """)
    void saysWhyAFileIsRefused(String language, String file, String headline) {
        MvcTestResult refused = upload(file, "true", language);

        assertThat(refused).hasStatus(422);
        assertThat(read(refused)).contains(headline, "leavers.csv").doesNotContain("NAVIGATION");
    }

    /** Its name stands in a sentence that has tags of its own. */
    @Test
    void writesWhatARefusedFileIsCalledAsText() {
        MockMultipartFile empty =
                new MockMultipartFile("file", "<i>x</i>.csv", "text/csv", new byte[0]);

        assertThat(
                        browser.post()
                                .uri("/imports")
                                .multipart()
                                .file(empty)
                                .with(as("global.admin"))
                                .with(csrf()))
                .bodyText()
                .doesNotContain("<i>")
                .contains("<strong class=\"chosen\">");
    }

    @ParameterizedTest
    @CsvSource({"en, 'You have 500 imports under way'", "de, 'Sie haben 500 laufende Importe'"})
    void turnsAFileAwayWhereTooManyImportsAreUnderWay(String language, String headline) {
        begin(500);
        try {
            MvcTestResult refused = upload(HEADER + "learner,X,No\r\n", "true", language);

            assertThat(refused).hasStatus(429).headers().hasValue("Retry-After", "30");
            assertThat(read(refused)).contains(headline).doesNotContain("NAVIGATION");
        } finally {
            JDBC.sql("delete from imports.import where file_name = 'one of many'").update();
        }
    }

    private void begin(int imports) {
        JDBC.sql(
                        """
                        with made as (
                            insert into imports.import (id, mode, file_name, sha256, charset, delimiter,
                                header_row, submitted_by, submitter_name, submitter_email, language)
                            select gen_random_uuid(), 'VERIFY_ONLY', 'one of many', repeat('0', 64), 'UTF-8',
                                ',', 1, 'global.admin', 'Busy', 'busy@example.com', 'en'
                            from generate_series(1, ?)
                            returning id)
                        insert into imports.progress (import_id, total) select id, 1 from made
                        """)
                .param(imports)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"en, Select a CSV file", "de, Wählen Sie eine CSV-Datei aus"})
    void asksForAFileWhereThereIsNone(String language, String headline) {
        MvcTestResult refused =
                browser.post()
                        .uri("/imports")
                        .multipart()
                        .header("HX-Request", "true")
                        .header("Accept-Language", language)
                        .with(as("global.admin"))
                        .with(csrf())
                        .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(read(refused)).contains(headline);
    }

    @Test
    void namesThePageOfTheImportThatHasBegun() {
        assertThat(upload(HEADER + "learner,FIRE-SAFETY-2026,No\r\n", "true", "en"))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "HX-Redirect",
                        address -> assertThat(address.get(0)).matches("/imports/[0-9a-f-]{36}"));
    }

    @Test
    void takesNothingFromWhoeverHasNotSignedIn() {
        assertThat(browser.post().uri("/imports").multipart().file(file(HEADER)).with(csrf()))
                .hasRedirectedUrl("/sign-in?not-uploaded");
    }

    private MvcTestResult upload(String content, String verifyOnly, String language) {
        return browser.post()
                .uri("/imports")
                .multipart()
                .file(file(content))
                .param("verifyOnly", verifyOnly)
                .header("HX-Request", "true")
                .header("Accept-Language", language)
                .with(as("global.admin"))
                .with(csrf())
                .exchange();
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "leavers.csv", "text/csv", content.getBytes(UTF_8));
    }
}
