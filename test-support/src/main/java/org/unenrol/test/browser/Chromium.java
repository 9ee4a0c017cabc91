package org.unenrol.test.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, started once per JVM. */
public final class Chromium {

    private static final Optional<Path> EXECUTABLE =
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .flatMap(
                            folder ->
                                    Stream.of("chromium", "chromium-browser", "google-chrome")
                                            .map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();

    private Chromium() {}

    /** Skips the test where there is no browser. */
    public static Browser running() {
        Assumptions.assumeTrue(
                EXECUTABLE.isPresent(),
                "No browser was found: install chromium to test the portal in it.");
        return Started.BROWSER;
    }

    private static final class Started {

        static final Browser BROWSER = start();

        @SuppressWarnings("resource") // ends with the JVM
        private static Browser start() {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(EXECUTABLE.orElseThrow())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
        }
    }
}
