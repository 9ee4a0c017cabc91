package org.unenrol.standalone.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Holds a page against every rule of WCAG 2.2 AA, and good practice, that axe-core can check. */
final class Accessibility {

    private static final String AXE = axe();

    /** Brings back what is wrong and nothing else: all that is right would take seconds. */
    private static final String RUN =
            """
            async () => {
                const found = await axe.run(document, {
                    resultTypes: ["violations"],
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
                });
                return found.violations.map(rule => rule.id + ": " + rule.nodes[0].html);
            }
            """;

    private Accessibility() {}

    static List<?> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate("() => {" + AXE + "}");
        }
        return (List<?>) page.evaluate(RUN);
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
