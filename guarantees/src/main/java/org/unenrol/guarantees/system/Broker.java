package org.unenrol.guarantees.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.network.Proxy;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.process.ChildProcess;

/** The broker, a process of its own behind a proxy. */
public final class Broker {

    private final Path folder;
    private final int port = Ports.free();
    private final Proxy proxy = Proxy.start(Ports.free(), port);
    private @Nullable ChildProcess process;

    Broker(Path folder) {
        this.folder = folder;
    }

    /** The proxy that all clients go through. */
    public Proxy proxy() {
        return proxy;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + proxy.port();
    }

    /** Starts it and returns at once. */
    public void start() {
        process =
                InfrastructureProgram.start(
                        folder.resolve("broker.log"),
                        "-Xmx400m",
                        "broker",
                        data().toString(),
                        Integer.toString(port),
                        Integer.toString(proxy.port()));
    }

    /** Waits until it answers. */
    public void awaitReady() {
        try (Admin admin = admin()) {
            Awaitility.await("the broker answers, see " + folder)
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> answers(admin));
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** A client for whoever looks after it, to be closed. */
    public Admin admin() {
        return Admin.create(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "request.timeout.ms",
                        5_000,
                        "default.api.timeout.ms",
                        10_000));
    }

    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Throws away all it has; to be done while it is down. */
    public void wipe() {
        try (Stream<Path> all = Files.walk(data())) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return folder.resolve("broker");
    }

    void close() {
        kill();
        proxy.close();
    }
}
