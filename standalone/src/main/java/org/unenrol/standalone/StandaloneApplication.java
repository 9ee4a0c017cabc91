package org.unenrol.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.infrastructure.LocalInfrastructureException;

/** The program behind {@code ./mvnw spring-boot:run}. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        try {
            Standalone standalone =
                    Standalone.start(StandaloneSettings.fromEnvironment(), arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "shutdown"));
            announce(standalone);
        } catch (LocalInfrastructureException e) {
            System.err.println("Unenrol cannot start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static void announce(Standalone standalone) {
        Logger log = LoggerFactory.getLogger(StandaloneApplication.class);
        log.info("Unenrol is ready on {}", standalone.url());
        log.info("{}", standalone.signIn());
        log.info("Mails are shown on {}/mailbox", standalone.url());
    }
}
