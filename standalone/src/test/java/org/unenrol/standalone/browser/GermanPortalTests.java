package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.unenrol.standalone.Learners;

/** The portal in a browser that asks for German: no page has a word that is English. */
class GermanPortalTests extends PortalTestCase {

    private static final int SHORTEST_TOLD_APART = 9;

    private final List<String> english = english();

    @BeforeEach
    void askForGerman() {
        signIn("global.admin");
        use(new Browser.NewContextOptions().setLocale("de-DE"));
    }

    @Test
    void isGermanFromTheSignInPageOn() {
        open("/sign-in");
        assertGerman();
        assertThat(page.title()).isEqualTo("Anmelden – Unenrol");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");

        signIn("global.admin");
        List.of(
                        "/catalogue",
                        "/imports",
                        "/reports",
                        "/reports/learners",
                        "/reports/records",
                        "/webhooks",
                        "/no")
                .forEach(
                        path -> {
                            open(path);
                            assertGerman();
                        });
        page.locator("a[href='/catalogue']").first().click();
        page.locator("table a").first().click();
        page.locator("#properties").waitFor();
        assertGerman();
    }

    @Test
    void verifiesAFileInGerman() {
        Learners.Cohort cohort = learners.enrolled(2);
        signIn("global.admin");
        button("Abmeldungen importieren").click();
        assertGerman();
        page.locator("#file").setInputFiles(payload("leer.csv", ""));
        button("Hochladen").click();
        page.locator(".summary[role=alert]").waitFor();
        assertGerman();
        assertThat(page.title()).startsWith("Fehler: ");

        page.locator("#file").setInputFiles(payload("abgaenge.csv", fileOf(cohort)));
        button("Hochladen").click();
        assertThat(result()).startsWith("Geprüft");
        assertGerman();
    }

    private void assertGerman() {
        String text = page.locator("body").innerText();

        assertThat(english).as(page.url()).noneMatch(text::contains);
        assertAccessible();
    }

    /** Words that only English has. */
    private static List<String> english() {
        Properties german = messages("messages_de.properties");
        return messages("messages.properties").entrySet().stream()
                .filter(message -> message.getKey().toString().startsWith("portal."))
                .filter(message -> !message.getValue().equals(german.get(message.getKey())))
                .map(message -> message.getValue().toString())
                .filter(text -> text.length() >= SHORTEST_TOLD_APART)
                .filter(text -> text.indexOf('{') < 0 && text.indexOf('<') < 0)
                .toList();
    }

    private static Properties messages(String name) {
        Properties messages = new Properties();
        try (InputStreamReader file =
                new InputStreamReader(
                        new ClassPathResource("org/unenrol/wording/" + name).getInputStream(),
                        StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }
}
