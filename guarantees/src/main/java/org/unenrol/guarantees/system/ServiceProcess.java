package org.unenrol.guarantees.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.unenrol.infrastructure.Ports;

/** One service process. Whenever it ends although it should run, it is started again. */
public final class ServiceProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final List<String> SMALL =
            List.of(
                    "-Xmx224m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=Pacific/Chatham",
                    "-Duser.language=tr",
                    "-Duser.country=TR");

    private final Service service;
    private final String name;
    private final Path folder;
    private final List<String> arguments;
    private final FaultLog faults;
    private final int port = Ports.free();
    private List<String> woven = List.of();
    private List<String> extraJvm = List.of();
    private List<String> extraArguments = List.of();
    private @Nullable JavaProcess process;
    private boolean wanted;
    private int deaths;

    ServiceProcess(
            Service service, int number, Path folder, List<String> arguments, FaultLog faults) {
        this.service = service;
        this.name = service.name().toLowerCase(java.util.Locale.ROOT) + "-" + number;
        this.folder = folder;
        this.arguments = arguments;
        this.faults = faults;
    }

    ServiceProcess woven(List<String> jvm) {
        woven = jvm;
        return this;
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

    /** What the next start has besides; nothing remains of what the starts before had. */
    public synchronized ServiceProcess with(List<String> jvm, List<String> settings) {
        extraJvm = jvm;
        extraArguments = settings;
        return this;
    }

    /** Starts it and returns at once. */
    public synchronized void start() {
        wanted = true;
        if (process != null && process.isAlive()) {
            return;
        }
        List<String> jvm = new ArrayList<>(SMALL);
        jvm.addAll(woven);
        jvm.addAll(extraJvm);
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        all.addAll(extraArguments);
        process = JavaProcess.start(log(), jvm, service.program(), all);
    }

    /** Waits until it says that it is ready. */
    public ServiceProcess awaitReady() {
        Awaitility.await(name + " is ready, see " + log())
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
        return this;
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
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

    /** How often it has ended although it should have run. */
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
