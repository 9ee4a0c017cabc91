package org.unenrol.standalone;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.infrastructure.LocalInfrastructureException;

/** The program behind {@code ./mvnw spring-boot:run}. */
public final class StandaloneApplication {

    private static final Logger log = LoggerFactory.getLogger(StandaloneApplication.class);

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        CompletableFuture<Standalone> start = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(start), "shutdown"));
        try {
            start.complete(start(arguments));
            announce(start.join());
        } catch (LocalInfrastructureException | CannotStartException e) {
            start.cancel(false);
            System.err.println("Unenrol cannot start. " + e.getMessage());
            System.exit(1);
        } finally {
            start.cancel(false);
        }
    }

    private static Standalone start(String... arguments) {
        StandaloneSettings settings = StandaloneSettings.of(new GivenSettings(arguments));
        log.info(
                "Unenrol starts, with Java {} as process {}; its data is in {}",
                System.getProperty("java.version"),
                ProcessHandle.current().pid(),
                settings.dataDir().toAbsolutePath());
        return Standalone.start(settings, arguments);
    }

    /** What is still starting would outlive this process: it is waited for, and stopped then. */
    private static void stop(CompletableFuture<Standalone> start) {
        start.thenAccept(Standalone::close).exceptionally(failure -> null).join();
    }

    private static void announce(Standalone standalone) {
        log.info("Unenrol is ready on {}", standalone.url());
        log.info("{}", standalone.signIn());
        log.info("Mails are shown on {}/mailbox", standalone.url());
    }
}
