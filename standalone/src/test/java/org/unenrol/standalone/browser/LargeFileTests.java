package org.unenrol.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as large as may be, and larger. */
class LargeFileTests extends PortalTestCase {

    private static final int MOST_ROWS = 1_000_000;
    private static final double NOTICED_BY_PEOPLE_MILLIS = 500;

    /** The longest time that the page could do nothing else; outlives the way to the next page. */
    private static final String MEASURE_PAUSES =
            """
            let last = performance.now();
            setInterval(() => {
                const now = performance.now();
                sessionStorage.pause = Math.max(Number(sessionStorage.pause ?? 0), now - last);
                last = now;
            }, 10);
            """;

    @TempDir Path folder;

    @Test
    void leaveThePageResponsive() {
        context().setDefaultTimeout(120_000);
        signIn("global.admin");
        context().addInitScript(MEASURE_PAUSES);
        openDialog();
        page.getByLabel("Browse").setInputFiles(millionRows());
        page.evaluate("sessionStorage.pause = 0");
        button("Upload").click();
        page.waitForURL("**/imports/*");
        page.locator("#progress").getByText("rows per second").waitFor();

        assertThat(((Number) page.evaluate("Number(sessionStorage.pause)")).doubleValue())
                .isBetween(10.0, NOTICED_BY_PEOPLE_MILLIS);
        button("Cancel").click();
        page.getByText("Cancelling").waitFor();
    }

    @Test
    void areRefusedBeforeTheyAreSentWhereTooLarge() {
        signIn("global.admin");
        openDialog();
        page.getByLabel("Browse").setInputFiles(tooLarge());
        page.onRequest(request -> errors.add("sent: " + request.method()));
        button("Upload").click();

        assertThat(problem()).isEqualTo("The selected file must be smaller than 100MB");
        assertAccessible();
    }

    @Test
    void areRefusedByTheServerWhereThePageDoesNotLook() {
        signIn("global.admin");
        openDialog();
        page.locator("#import-form").evaluate("form => form.dataset.maxBytes = 1e12");
        page.getByLabel("Browse").setInputFiles(tooLarge());
        button("Upload").click();

        assertThat(problem()).isEqualTo("The selected file must be smaller than 100MB");
    }

    @Test
    void areRefusedByTheServerWhereThereIsNoScript() {
        use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        signIn("global.admin");
        open("/imports/new");
        page.locator("#file").setInputFiles(tooLarge());
        button("Upload").click();

        assertThat(page.locator(".summary[role=alert] a").innerText())
                .isEqualTo("The selected file must be smaller than 100MB");
        assertThat(page.title()).startsWith("Error: ");
    }

    private Path tooLarge() {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100 * 1024 * 1024 + 1);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path millionRows() {
        Path file = folder.resolve("million.csv");
        try (Writer rows = Files.newBufferedWriter(file)) {
            rows.write(HEADER);
            for (int i = 0; i < MOST_ROWS; i++) {
                rows.write("nobody-" + i + ",NOWHERE,No\r\n");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
