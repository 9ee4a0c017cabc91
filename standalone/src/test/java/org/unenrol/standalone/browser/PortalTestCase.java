package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.unenrol.standalone.TestSystem;

/** Gives each test a browser without cookies, and holds the page's errors against it. */
abstract class PortalTestCase {

    static final String HEADER = "Username,Activity external reference,Send unenrolment email\r\n";

    final TestSystem system = TestSystem.running();
    final List<String> errors = new ArrayList<>();
    Page page;
    private BrowserContext context;

    @BeforeEach
    void openBrowser() {
        context = Chromium.running().newContext();
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        errors.add(message.text());
                    }
                });
    }

    @AfterEach
    void closeBrowser() {
        if (context != null) {
            context.close();
            assertThat(errors).isEmpty();
        }
    }

    BrowserContext context() {
        return context;
    }

    void open(String path) {
        page.navigate(system.url() + path);
    }

    void signIn(String username) {
        open("/sign-in");
        signInHere(username, TestSystem.PASSWORD);
        page.waitForURL("**/catalogue");
    }

    void signInHere(String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    Locator button(String name) {
        return role("button", name);
    }

    Locator link(String name) {
        return role("link", name);
    }

    Locator dialog() {
        return page.locator("role=dialog");
    }

    /** In words: Playwright's enum of roles does not survive a Turkish locale. */
    private Locator role(String role, String name) {
        return page.locator("role=%s[name=\"%s\"]".formatted(role, name));
    }

    void openDialog() {
        open("/catalogue");
        button("Import unenrolments").click();
    }

    void choose(String fileName, String content) {
        page.getByLabel("Browse")
                .setInputFiles(
                        new FilePayload(
                                fileName, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits for the import's page to show the result. */
    String result() {
        page.waitForURL("**/imports/*");
        Locator result = page.locator(".result");
        result.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        return result.innerText();
    }

    String problem() {
        Locator summary = page.locator(".summary[role=alert]");
        summary.waitFor();
        assertThat(page.title()).startsWith("Error: ");
        assertThat(summary.evaluate("element => element === document.activeElement"))
                .isEqualTo(true);
        return summary.locator("a").innerText();
    }

    /** By every rule of WCAG 2.2 AA that axe-core can check. */
    void assertAccessible() {
        List<Rule> violations =
                new AxeBuilder(page)
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21a",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze()
                        .getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
