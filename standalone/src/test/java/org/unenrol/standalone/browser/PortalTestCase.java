package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.unenrol.standalone.Learners;
import org.unenrol.standalone.TestSystem;
import org.unenrol.test.browser.Chromium;

/** Gives each test a browser without cookies, and holds the page's errors against it. */
abstract class PortalTestCase {

    static final String HEADER = "Username,Activity external reference,Send unenrolment email\r\n";

    private static final Map<String, List<Cookie>> SIGNED_IN = new ConcurrentHashMap<>();

    final TestSystem system = TestSystem.running();
    final Learners learners = system.learners();
    final List<String> errors = new ArrayList<>();
    Page page;
    private BrowserContext context;

    @BeforeEach
    void openBrowser() {
        use(new Browser.NewContextOptions());
    }

    void use(Browser.NewContextOptions options) {
        closeBrowser();
        context = Chromium.running().newContext(options);
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

    /** The first time by the sign-in page, then with the same session again. */
    void signIn(String username) {
        List<Cookie> session = SIGNED_IN.get(username);
        if (session == null) {
            signInAnew(username);
            SIGNED_IN.put(username, context.cookies());
        } else {
            context.addCookies(session);
            open("/catalogue");
        }
    }

    void signInAnew(String username) {
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

    /** Playwright's enums of media do not survive a Turkish locale. */
    void emulate(Page.EmulateMediaOptions media) {
        Locale turkish = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            page.emulateMedia(media);
        } finally {
            Locale.setDefault(turkish);
        }
    }

    void openDialog() {
        open("/catalogue");
        button("Import unenrolments").click();
    }

    void choose(String fileName, String content) {
        page.getByLabel("Browse").setInputFiles(payload(fileName, content));
    }

    static FilePayload payload(String fileName, String content) {
        return new FilePayload(fileName, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    static String row(String username, Learners.Cohort cohort, String email) {
        return username + "," + cohort.reference() + "," + email + "\r\n";
    }

    /** A file that names every learner of the cohort, none to be sent an email. */
    static String fileOf(Learners.Cohort cohort) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= cohort.size(); i++) {
            file.append(row(cohort.username(i), cohort, "No"));
        }
        return file.toString();
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
        PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile("^Error: "));
        PlaywrightAssertions.assertThat(summary).isFocused();
        return summary.locator("a").innerText();
    }

    void assertAccessible() {
        assertThat(Accessibility.violations(page)).as(page.url()).isEmpty();
    }
}
