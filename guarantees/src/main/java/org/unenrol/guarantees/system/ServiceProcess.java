package org.unenrol.guarantees.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.weave.Mutant;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.process.ChildProcess;
import org.unenrol.test.process.Readiness;

/** One service process. Whenever it ends although it should run, it is started again. */
public final class ServiceProcess {

    private static final List<String> SMALL =
            List.of(
                    "-Xmx224m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=Pacific/Chatham",
                    "-Duser.language=tr",
                    "-Duser.country=TR");

    private final Service service;
    private final ServiceJar jar;
    private final String name;
    private final Path folder;
    private final List<String> arguments;
    private final FaultLog faults;
    private final int port = Ports.free();
    private @Nullable Mutant mutant;
    private List<String> extraArguments = List.of();
    private @Nullable ChildProcess process;
    private boolean wanted;
    private int deaths;

    ServiceProcess(
            Service service,
            ServiceJar jar,
            int number,
            Path folder,
            List<String> arguments,
            FaultLog faults) {
        this.service = service;
        this.jar = jar;
        this.name = service.name().toLowerCase(java.util.Locale.ROOT) + "-" + number;
        this.folder = folder;
        this.arguments = arguments;
        this.faults = faults;
    }

    public Service service() {
        return service;
    }

    /** Its kind and number. */
    public String name() {
        return name;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Adds settings to the next start; nothing remains of what the starts before had. */
    public synchronized ServiceProcess with(List<String> settings) {
        extraArguments = settings;
        return this;
    }

    /** Makes it a mutant from the next start on, or whole when there is none. */
    public synchronized ServiceProcess as(@Nullable Mutant other) {
        mutant = other;
        return this;
    }

    /** Starts it and returns at once. */
    public synchronized void start() {
        wanted = true;
        if (process == null || !process.isAlive()) {
            launch(List.of());
        }
    }

    private void launch(List<String> besides) {
        List<String> jvm = new ArrayList<>(SMALL);
        jvm.addAll(jar.jvmArguments(mutant));
        jvm.addAll(besides);
        List<String> program = List.of(service.program().getName());
        process = ChildProcess.start(JavaCommand.of(jvm, program, settings()), log());
    }

    /** Starts it, so that it keeps the archive of its classes when it is ended next. */
    synchronized void startArchiving() {
        launch(jar.archivingArguments());
    }

    /** Each once: Spring Boot makes a list of a setting that is given twice. */
    private List<String> settings() {
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.of(arguments, List.of("--server.port=" + port), extraArguments)
                .flatMap(List::stream)
                .forEach(setting -> byName.put(setting.split("=", 2)[0], setting));
        return List.copyOf(byName.values());
    }

    /** Waits until it says that it is ready. */
    public ServiceProcess awaitReady() {
        Awaitility.await(name + " is ready, see " + log())
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Readiness.of(url()));
        return this;
    }

    /** Kills it; it is started again at once by whoever supervises it. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Kills it for as long as it is not started again. */
    public synchronized void down() {
        wanted = false;
        kill();
    }

    /** Ends it in order. */
    public synchronized void end() {
        wanted = false;
        if (process != null) {
            process.end();
        }
    }

    /** Stops it in the middle of whatever it does. */
    public synchronized void freeze() {
        if (process != null) {
            process.freeze();
        }
    }

    /** Lets it go on. */
    public synchronized void thaw() {
        if (process != null && process.isAlive()) {
            process.thaw();
        }
    }

    /** Tells how often it has ended although it should have run. */
    public synchronized int deaths() {
        return deaths;
    }

    /** Starts it again if it has died. */
    synchronized void supervise() {
        if (wanted && process != null && !process.isAlive()) {
            deaths++;
            Instant now = Instant.now();
            faults.note(service.name() + "_DIED", now.minusSeconds(1), now);
            process = null;
            start();
        }
    }

    Path log() {
        return folder.resolve(name + ".log");
    }
}
