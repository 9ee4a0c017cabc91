package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unenrol.infrastructure.LocalInfrastructure;
import org.unenrol.infrastructure.LocalInfrastructureSettings;
import org.unenrol.infrastructure.PackagedJar;
import org.unenrol.test.kafka.TestRecordKey;

/** The services as processes; broker, database and mail server stay in this one. */
final class ServiceProcesses implements Deployment {

    private static final int WORKERS = 2;

    private final LocalInfrastructure infrastructure;
    private final List<JavaProcess> processes = new ArrayList<>();
    private final Map<String, Duration> startTimes = new LinkedHashMap<>();
    private final Path folder;
    private final List<String> jvm;
    private final List<String> arguments;

    private ServiceProcesses(
            LocalInfrastructure infrastructure,
            Path folder,
            List<String> jvm,
            List<String> arguments) {
        this.infrastructure = infrastructure;
        this.folder = folder;
        this.jvm = jvm;
        this.arguments = new ArrayList<>(addresses(infrastructure));
        this.arguments.addAll(arguments);
    }

    static ServiceProcesses start(Path folder, List<String> jvm, List<String> arguments)
            throws IOException {
        LocalInfrastructure infrastructure =
                LocalInfrastructure.start(LocalInfrastructureSettings.onFreePorts(folder));
        ServiceProcesses all = new ServiceProcesses(infrastructure, folder, jvm, arguments);
        all.closedAtExit();
        all.add("ingest", takenApart("ingest-service", folder));
        Path worker = takenApart("unenrol-worker", folder);
        for (int i = 1; i <= WORKERS; i++) {
            all.add("worker-" + i, worker);
        }
        all.add("notifier", takenApart("notifier-service", folder));
        for (JavaProcess process : all.processes) {
            all.startTimes.put(process.name(), process.awaitReady());
        }
        Deployment.addAdministrator(infrastructure);
        return all;
    }

    /** The addresses that the services need, as command-line arguments. */
    static List<String> addresses(LocalInfrastructure local) {
        List<String> addresses = new ArrayList<>();
        local.kafka()
                .clientSettings()
                .forEach(
                        (name, value) ->
                                addresses.add("--spring.kafka.properties." + name + "=" + value));
        addresses.addAll(
                List.of(
                        TestRecordKey.argument(),
                        "--spring.kafka.bootstrap-servers=" + local.kafka().bootstrapServers(),
                        "--spring.datasource.url=" + local.postgres().jdbcUrl(),
                        "--spring.datasource.username=" + local.postgres().user(),
                        "--spring.datasource.password=" + local.postgres().password(),
                        "--spring.mail.host=" + local.mailServer().host(),
                        "--spring.mail.port=" + local.mailServer().port(),
                        "--spring.mail.username=" + local.mailServer().user(),
                        "--spring.mail.password=" + local.mailServer().password()));
        return addresses;
    }

    /** The service's own jar, so that it has no more on its classpath than in production. */
    private static Path takenApart(String module, Path folder) throws IOException {
        return PackagedJar.in(Path.of(module, "target")).extract(folder.resolve(module));
    }

    private void add(String name, Path jar) throws IOException {
        processes.add(JavaProcess.start(name, folder.resolve(name + ".log"), jvm, jar, arguments));
    }

    /** The services' processes, ingest-service first. */
    List<JavaProcess> processes() {
        return List.copyOf(processes);
    }

    /** From the start of each process until it was ready, all having been started at once. */
    Map<String, Duration> startTimes() {
        return startTimes;
    }

    @Override
    public String url() {
        return processes.get(0).url();
    }

    @Override
    public LocalInfrastructure infrastructure() {
        return infrastructure;
    }

    @Override
    public void close() {
        processes.forEach(JavaProcess::stop);
        infrastructure.close();
    }
}
