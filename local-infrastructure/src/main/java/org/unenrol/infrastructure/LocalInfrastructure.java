package org.unenrol.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The three servers on one data folder, started together and stopped together. Whoever starts it
 * must close it before the process ends: PostgreSQL would outlive it, until the next start on the
 * same folder.
 */
public final class LocalInfrastructure implements AutoCloseable {

    private final FolderLock lock;
    private final LocalKafka kafka;
    private final LocalPostgres postgres;
    private final LocalMailServer mailServer;

    private LocalInfrastructure(
            FolderLock lock, LocalKafka kafka, LocalPostgres postgres, LocalMailServer mailServer) {
        this.lock = lock;
        this.kafka = kafka;
        this.postgres = postgres;
        this.mailServer = mailServer;
    }

    /**
     * Starts all three and waits until they answer. What an earlier process left behind when it was
     * killed is cleaned up first.
     *
     * @param others ports of other servers: nothing is started unless they are free too
     * @throws LocalInfrastructureException when the folder or a port is in use, or a server fails;
     *     then everything already started is stopped again
     */
    public static LocalInfrastructure start(
            LocalInfrastructureSettings settings, WantedPort... others) {
        return FolderLock.start(
                settings.folder(),
                lock -> {
                    requireFree(settings, others);
                    return start(settings, lock);
                });
    }

    private static void requireFree(LocalInfrastructureSettings settings, WantedPort... others) {
        List<WantedPort> ports = new ArrayList<>(List.of(others));
        ports.add(WantedPort.ofKafka(settings.kafkaPort()));
        ports.add(WantedPort.ofMailServer(settings.smtpPort()));
        WantedPort postgres = WantedPort.ofPostgres(settings.postgresPort());
        ports.add(postgres);
        Ports.requireDifferent(ports);
        if (PostgresServer.mayHaveBeenLeftBehind(folderOfPostgres(settings))) {
            ports.remove(postgres);
        }
        ports.forEach(Ports::requireFree);
    }

    private static Path folderOfPostgres(LocalInfrastructureSettings settings) {
        return settings.folder().resolve("postgres");
    }

    private static LocalInfrastructure start(
            LocalInfrastructureSettings settings, FolderLock lock) {
        Path folder = settings.folder();
        Starting<LocalPostgres> postgres =
                new Starting<>(
                        PostgresServer.NAME,
                        () ->
                                LocalPostgres.startForOwner(
                                        folderOfPostgres(settings),
                                        settings.postgresPort(),
                                        Map.of()),
                        LocalPostgres::close);
        Starting<LocalKafka> kafka =
                new Starting<>(
                        LocalKafka.NAME,
                        () -> LocalKafka.startClosed(folder.resolve("kafka"), settings.kafkaPort()),
                        LocalKafka::close);
        Starting<LocalMailServer> mailServer =
                new Starting<>(
                        LocalMailServer.NAME,
                        () -> LocalMailServer.start(folder.resolve("mail"), settings.smtpPort()),
                        LocalMailServer::close);
        try {
            return new LocalInfrastructure(
                    lock, kafka.await(), postgres.await(), mailServer.await());
        } catch (RuntimeException e) {
            Closing.inOrder(mailServer::stop, kafka::stop, postgres::stop);
            throw e;
        }
    }

    /** The broker. */
    public LocalKafka kafka() {
        return kafka;
    }

    /** The database server. */
    public LocalPostgres postgres() {
        return postgres;
    }

    /** The mail server. */
    public LocalMailServer mailServer() {
        return mailServer;
    }

    /** Stops all three. Can be called again. */
    @Override
    public void close() {
        Closing.inOrder(mailServer::close, kafka::close, postgres::close, lock::close);
    }
}
