package org.unenrol.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.infrastructure.DatabaseRole;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.ingest.IngestService;
import org.unenrol.notifier.NotifierService;
import org.unenrol.standalone.mailbox.MailboxConfiguration;
import org.unenrol.worker.UnenrolWorker;

/** The three services, each with an application context of its own; ingest answers HTTP. */
final class Services implements AutoCloseable {

    private static final String READY_WHEN_ALL_ARE =
            "--management.endpoint.health.group.readiness.include="
                    + "readinessState,db,kafkaListeners,unenrolWorker,notifierService";

    /** An upstream system to try it with. */
    private static final String[] SAMPLE_SOURCE = {
        "unenrol.upstream.sources.hr.account=global.admin",
        "unenrol.upstream.sources.hr.modes=VERIFY_ONLY,APPLY"
    };

    private final DatabaseLogins logins;
    private final List<String> arguments;
    private final HttpAddress http;
    private final SharedMeters meters = new SharedMeters();
    private final ServiceHealth workerHealth = new ServiceHealth();
    private final ServiceHealth notifierHealth = new ServiceHealth();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    private Services(HttpAddress http, DatabaseLogins logins, List<String> arguments) {
        this.http = http;
        this.logins = logins;
        this.arguments = arguments;
    }

    /** Starts all three; when one fails, those before it are stopped again. */
    static Services start(
            HttpAddress http, Mailbox mailbox, DatabaseLogins logins, List<String> arguments) {
        Services services = new Services(http, logins, arguments);
        try {
            services.startAll(mailbox);
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private void startAll(Mailbox mailbox) {
        workerHealth.isOf(run(DatabaseRole.WORKER, withoutHttp(UnenrolWorker.application())));
        run(
                DatabaseRole.INGEST,
                IngestService.application()
                        .properties(SAMPLE_SOURCE)
                        .sources(MailboxConfiguration.class)
                        .initializers(
                                context -> MailboxConfiguration.add(context, mailbox),
                                this::addHealth),
                READY_WHEN_ALL_ARE);
        notifierHealth.isOf(
                run(
                        DatabaseRole.NOTIFIER,
                        withoutHttp(NotifierService.application())
                                .properties("unenrol.mail.portal-url=" + url())));
    }

    private void addHealth(ConfigurableApplicationContext ingest) {
        ingest.getBeanFactory().registerSingleton("unenrolWorker", workerHealth);
        ingest.getBeanFactory().registerSingleton("notifierService", notifierHealth);
    }

    /** Measures of the JVM and the machine are told once, by the service that answers HTTP. */
    private static SpringApplicationBuilder withoutHttp(SpringApplicationBuilder service) {
        return service.web(WebApplicationType.NONE)
                .properties(
                        "management.metrics.enable.jvm=false",
                        "management.metrics.enable.process=false",
                        "management.metrics.enable.system=false",
                        "management.metrics.enable.disk=false",
                        "management.metrics.enable.logback=false");
    }

    private ConfigurableApplicationContext run(
            DatabaseRole role, SpringApplicationBuilder service, String... own) {
        List<String> all = new ArrayList<>(List.of(own));
        all.addAll(logins.argumentsOf(role));
        all.addAll(arguments);
        ConfigurableApplicationContext started =
                service.bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .registerShutdownHook(false)
                        .initializers(meters::addTo)
                        .run(all.toArray(String[]::new));
        running.add(started);
        return started;
    }

    List<ConfigurableApplicationContext> contexts() {
        return List.copyOf(running);
    }

    /**
     * The address at which the portal and the API answer, such as {@code http://localhost:8080}.
     */
    String url() {
        return http.url(port());
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
