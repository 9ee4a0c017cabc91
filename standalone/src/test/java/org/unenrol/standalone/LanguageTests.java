package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An import whose administrator has asked in German, and others who read of it. */
class LanguageTests {

    private final TestSystem system = TestSystem.running();
    private final Api api = system.api();

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
                                                                .startsWith("Prüfung der")));
    }

    private String message(String id, String language) {
        return api.submit(
                        api.request("/api/v1/imports/" + id + "/rows")
                                .header("Accept-Language", language)
                                .GET())
                .json()
                .at("/rows/0/message")
                .asString();
    }
}
