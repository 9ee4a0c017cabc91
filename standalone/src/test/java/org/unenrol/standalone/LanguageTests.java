package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.test.api.ApiClient;

/** An import whose administrator has asked in German, and others who read of it. */
class LanguageTests {

    private final TestSystem system = TestSystem.running();
    private final ApiClient api = system.api();

    @Test
    void writesResultsAndMailAsAskedAndRowsAsTheirReaderAsks() {
        byte[] file = Csv.file().row("nobody", "FIRE-SAFETY-2026", "No").bytes();
        String id =
                api.submit(
                                api.request("/api/v1/imports?verifyOnly=true")
                                        .header("Accept-Language", "de-CH")
                                        .header("Content-Type", "text/csv")
                                        .POST(BodyPublishers.ofByteArray(file)))
                        .json()
                        .path("id")
                        .asString();
        api.awaitEnd(id);

        assertThat(new String(api.results(id), StandardCharsets.UTF_8))
                .contains("USERNAME_NOT_RECOGNISED: Benutzername unbekannt: Legen Sie zuerst");
        assertThat(told(id, "", "/reading", "de"))
                .isEqualTo("Gelesen als UTF-8, getrennt durch Kommas.");
        assertThat(told(id, "", "/reading", "en")).isEqualTo("Read as UTF-8, separated by commas.");
        assertThat(message(id, "de")).startsWith("Benutzername unbekannt:");
        assertThat(message(id, "en-GB")).startsWith("Username not recognised:");
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(system.mailbox().messages())
                                        .filteredOn(mail -> mail.text().contains(id))
                                        .singleElement()
                                        .satisfies(
                                                mail ->
                                                        assertThat(mail.subject())
                                                                .contains(" geprüft: ")));
    }

    @ParameterizedTest
    @CsvSource({"/mailbox, Postfach", "/mailbox/messages/none, Keine solche E-Mail"})
    void showsTheMailboxInTheLanguageAskedFor(String path, String heading) {
        String page = api.submit(api.request(path).header("Accept-Language", "de").GET()).text();

        assertThat(page).contains("<h1>" + heading + "</h1>").doesNotContain("mailbox.");
    }

    private String message(String id, String language) {
        return told(id, "/rows", "/rows/0/message", language);
    }

    private String told(String id, String path, String field, String language) {
        return api.submit(
                        api.request("/api/v1/imports/" + id + path)
                                .header("Accept-Language", language)
                                .GET())
                .json()
                .at(field)
                .asString();
    }
}
