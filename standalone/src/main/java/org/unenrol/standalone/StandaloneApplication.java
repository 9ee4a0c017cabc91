package org.unenrol.standalone;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.infrastructure.LocalInfrastructureException;
import org.unenrol.ingest.audit.AuditCommand;
import org.unenrol.standalone.upstream.PublishCommand;

/** The program behind {@code ./mvnw spring-boot:run}. */
public final class StandaloneApplication {

    private static final Logger log = LoggerFactory.getLogger(StandaloneApplication.class);

    private static volatile boolean stopping;

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(PublishCommand.NAME)) {
            System.exit(PublishCommand.run(arguments, System.out, System.err));
        }
        if (arguments.length > 0 && arguments[0].equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.run(arguments, System.out));
        }
        CompletableFuture<Standalone> start = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(start), "shutdown"));
        try {
            Standalone standalone = start(arguments);
            announce(standalone);
            start.complete(standalone);
        } catch (LocalInfrastructureException | CannotStartException e) {
            start.cancel(false);
            giveUp(e);
        } finally {
            start.cancel(false);
        }
    }

    /** A start fails, too, when somebody stops the program meanwhile: nothing is wrong then. */
    private static void giveUp(RuntimeException cause) {
        if (!stopping) {
            System.err.println("Unenrol cannot start. " + cause.getMessage());
            System.exit(1);
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

    /** A start that is under way would outlive this process: it is waited for, and stopped then. */
    private static void stop(CompletableFuture<Standalone> start) {
        stopping = true;
        start.thenAccept(Standalone::close).exceptionally(failure -> null).join();
    }

    private static void announce(Standalone standalone) {
        if (stopping) {
            return;
        }
        log.info("Unenrol is ready on {}", standalone.url());
        log.info("{}", standalone.signIn());
        log.info("Mails are shown on {}/mailbox", standalone.url());
    }
}
