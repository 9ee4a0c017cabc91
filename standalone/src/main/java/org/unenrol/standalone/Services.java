package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.ingest.IngestService;
import org.unenrol.notifier.NotifierService;
import org.unenrol.standalone.mailbox.MailboxConfiguration;
import org.unenrol.worker.UnenrolWorker;

/** The three services, each with an application context of its own; ingest answers HTTP. */
final class Services implements AutoCloseable {

    private final List<String> arguments;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    private Services(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Starts all three; when one fails, those before it are stopped again. */
    static Services start(Addresses addresses, Mailbox mailbox, List<String> arguments) {
        List<String> all = new ArrayList<>(addresses.arguments());
        all.addAll(arguments);
        Services services = new Services(all);
        try {
            services.startAll(mailbox);
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private void startAll(Mailbox mailbox) {
        run(UnenrolWorker.application().web(WebApplicationType.NONE));
        run(
                IngestService.application()
                        .sources(MailboxConfiguration.class)
                        .initializers(context -> MailboxConfiguration.add(context, mailbox)));
        run(
                NotifierService.application()
                        .web(WebApplicationType.NONE)
                        .properties("unenrol.mail.portal-url=" + url()));
    }

    private void run(SpringApplicationBuilder service) {
        running.add(
                service.bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .run(arguments.toArray(String[]::new)));
    }

    List<ConfigurableApplicationContext> contexts() {
        return List.copyOf(running);
    }

    /** Where the portal and the API answer, such as {@code http://localhost:8080}. */
    String url() {
        return "http://localhost:" + port();
    }

    private int port() {
        for (ConfigurableApplicationContext service : running) {
            if (service instanceof WebServerApplicationContext web && web.getWebServer() != null) {
                return web.getWebServer().getPort();
            }
        }
        throw new IllegalStateException("not started");
    }

    /** Stops the services, the last started first. */
    @Override
    public void close() {
        Collections.reverse(running);
        running.forEach(ConfigurableApplicationContext::close);
        running.clear();
    }
}
