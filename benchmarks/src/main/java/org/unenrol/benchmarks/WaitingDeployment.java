package org.unenrol.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.unenrol.infrastructure.LocalInfrastructure;
import org.unenrol.infrastructure.LocalInfrastructureSettings;
import org.unenrol.ingest.IngestService;
import org.unenrol.notifier.NotifierService;
import org.unenrol.worker.UnenrolWorker;

/** The services in this JVM, with any number of workers whose platform waits. */
final class WaitingDeployment implements Deployment {

    private final LocalInfrastructure infrastructure;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private String url = "";

    private WaitingDeployment(LocalInfrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** Starts as many workers, each of which handles one batch at a time. */
    static WaitingDeployment start(Path folder, SlowPlatform.Wait wait, int workers) {
        LocalInfrastructure local =
                LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder));
        WaitingDeployment deployment = new WaitingDeployment(local);
        deployment.closedAtExit();
        List<String> arguments = new ArrayList<>(ServiceProcesses.addresses(local));
        arguments.add("--server.port=0");
        arguments.add("--unenrol.worker.concurrency=1");
        arguments.add("--" + SlowPlatform.SETTING + "=" + wait);
        for (int i = 0; i < workers; i++) {
            deployment.run(
                    UnenrolWorker.application()
                            .sources(SlowPlatform.SlowPlatformConfiguration.class)
                            .web(WebApplicationType.NONE),
                    arguments);
        }
        deployment.run(NotifierService.application().web(WebApplicationType.NONE), arguments);
        ConfigurableApplicationContext ingest =
                deployment.run(IngestService.application(), arguments);
        Deployment.addAdministrator(local);
        deployment.url =
                "http://localhost:"
                        + ingest.getEnvironment().getRequiredProperty("local.server.port");
        return deployment;
    }

    private ConfigurableApplicationContext run(
            SpringApplicationBuilder service, List<String> arguments) {
        var context = service.registerShutdownHook(false).run(arguments.toArray(String[]::new));
        running.add(context);
        return context;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public LocalInfrastructure infrastructure() {
        return infrastructure;
    }

    @Override
    public void close() {
        Collections.reverse(running);
        running.forEach(ConfigurableApplicationContext::close);
        running.clear();
        infrastructure.close();
    }
}
