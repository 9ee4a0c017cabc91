package org.unenrol.infrastructure;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker and its controller in this JVM. Topics must be created before use. */
public final class LocalKafka implements AutoCloseable {

    static final String NAME = "Kafka";

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private final Map<String, String> clientSettings;
    private boolean closed;

    private LocalKafka(
            FolderLock lock, KafkaRaftServer server, int port, Map<String, String> clientSettings) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.clientSettings = clientSettings;
    }

    /** Starts a broker that answers nobody without the password that is kept in its folder. */
    public static LocalKafka startClosed(Path folder, int port) {
        return FolderLock.start(
                folder,
                lock -> {
                    OwnerOnly.close(folder);
                    KafkaPassword password = KafkaPassword.in(folder);
                    LocalKafka started =
                            Ports.start(
                                    WantedPort.ofKafka(port),
                                    chosen ->
                                            start(
                                                    lock,
                                                    folder,
                                                    chosen,
                                                    password.ofBroker(),
                                                    password.ofClients()));
                    OwnerOnly.close(folder);
                    return started;
                });
    }

    /**
     * Starts the broker and waits until it answers.
     *
     * @param folder keeps its data; formatted at first use
     * @param port 0 for a free one
     * @throws LocalInfrastructureException when the folder or the port is in use, or Kafka fails
     */
    public static LocalKafka start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * Starts the broker with other settings.
     *
     * @param brokerSettings what to set in {@code server.properties}, beside or instead of the
     *     usual
     */
    public static LocalKafka start(Path folder, int port, Map<String, String> brokerSettings) {
        return FolderLock.start(
                folder,
                lock ->
                        Ports.start(
                                WantedPort.ofKafka(port),
                                chosen -> start(lock, folder, chosen, brokerSettings, Map.of())));
    }

    private static LocalKafka start(
            FolderLock lock,
            Path folder,
            int port,
            Map<String, String> brokerSettings,
            Map<String, String> clientSettings)
            throws IOException {
        return new LocalKafka(
                lock,
                startServer(folder, port, Ports.free(), brokerSettings),
                port,
                clientSettings);
    }

    static KafkaRaftServer startServer(
            Path folder, int port, int controllerPort, Map<String, String> brokerSettings)
            throws IOException {
        KafkaSettings settings = new KafkaSettings(folder.toAbsolutePath(), port, controllerPort);
        settings.set(brokerSettings);
        Path settingsFile = folder.resolve("server.properties");
        settings.writeTo(settingsFile);
        try {
            return NeutralLocale.during(
                    () -> {
                        KafkaStorage.format(settings, settingsFile);
                        return startServer(settings);
                    });
        } catch (RuntimeException e) {
            throw failure(e, port);
        }
    }

    private static KafkaRaftServer startServer(KafkaSettings settings) {
        KafkaExits.forbid();
        KafkaConfig config = KafkaConfig.fromProps(settings.properties(), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static LocalInfrastructureException failure(RuntimeException e, int port) {
        if (e instanceof LocalInfrastructureException known) {
            return known;
        }
        return isAboutAPort(e)
                ? new PortTakenException(WantedPort.ofKafka(port))
                : new LocalInfrastructureException("Kafka did not start: " + e.getMessage(), e);
    }

    private static boolean isAboutAPort(@Nullable Throwable e) {
        return e != null && (e instanceof BindException || isAboutAPort(e.getCause()));
    }

    /** The addresses to which clients connect first. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Settings that a client needs beside the addresses; none where everybody is answered. */
    public Map<String, String> clientSettings() {
        return clientSettings;
    }

    /** The port or address on which it listens. */
    public int port() {
        return port;
    }

    /** Stops the broker in order; the next start need not recover anything. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
