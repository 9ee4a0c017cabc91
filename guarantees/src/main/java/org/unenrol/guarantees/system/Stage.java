package org.unenrol.guarantees.system;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.guarantees.check.History;
import org.unenrol.guarantees.load.AdministratorClient;
import org.unenrol.guarantees.load.Organisation;
import org.unenrol.guarantees.load.UpstreamSource;
import org.unenrol.guarantees.network.Proxy;
import org.unenrol.guarantees.smtp.MailServer;
import org.unenrol.guarantees.weave.CrashOrders;
import org.unenrol.infrastructure.Ports;
import org.unenrol.test.kafka.TestRecordKey;

/** The whole system, running: services, broker, database and mail server. */
public final class Stage implements AutoCloseable {

    /** The number of processes of the version before. */
    private static final int PREVIOUS = 99;

    private final Path folder;
    private final Broker broker;
    private final Database database;
    private final MailServer mailServer;
    private final Proxy mailProxy;
    private final FaultLog faults;
    private final CrashOrders orders;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<ServiceProcess> previous = new ArrayList<>();
    private final AtomicInteger spoilt = new AtomicInteger();
    private final ScheduledExecutorService supervisor =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "supervisor");
                        thread.setDaemon(true);
                        return thread;
                    });

    private Stage(Path folder) throws IOException {
        this.folder = folder;
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(evidence());
        broker = new Broker(logs);
        database = new Database(logs);
        mailServer = MailServer.start(evidence().resolve("mails"), new ReadableResults(database));
        mailProxy = Proxy.start(Ports.free(), mailServer.port());
        faults = new FaultLog(evidence());
        orders = new CrashOrders(folder.resolve("orders"));
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param instances how many processes of each service
     */
    public static Stage start(Path folder, Tempo tempo, Map<Service, Integer> instances) {
        quieten();
        try {
            Stage stage = new Stage(folder.toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            stage.raise(tempo, instances);
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clients complain loudly while the system is broken; that it is broken we know. */
    private static void quieten() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    private void raise(Tempo tempo, Map<Service, Integer> instances)
            throws SQLException, IOException {
        broker.start();
        database.start();
        database.awaitReady();
        broker.awaitReady();
        for (Map.Entry<Service, Integer> one : instances.entrySet()) {
            Service service = one.getKey();
            ServiceJar jar = ServiceJar.extract(service, folder, orders.of(service.name()));
            for (int number = 1; number <= one.getValue(); number++) {
                add(service, jar, number, tempo);
            }
        }
        archiveClasses();
        new Organisation(jdbc()).begin();
        services.forEach(ServiceProcess::start);
        services.forEach(ServiceProcess::awaitReady);
        try (Connection connection = database.connect()) {
            History.install(connection, Database.OURS);
        }
        describe();
        ScheduledFuture<?> unused =
                supervisor.scheduleWithFixedDelay(this::supervise, 200, 200, TimeUnit.MILLISECONDS);
    }

    /**
     * Has a process of each service in the version before, which is down until somebody starts it.
     *
     * @param checkout where that version was built
     */
    public Stage withPrevious(Path checkout, Tempo tempo) {
        for (Service service : Service.values()) {
            try {
                ServiceJar jar =
                        ServiceJar.ofPrevious(
                                service, checkout, folder.resolve("previous"), orders.of("NONE"));
                previous.add(process(service, jar, PREVIOUS, tempo));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Processes of the version before. */
    public List<ServiceProcess> previous() {
        return previous;
    }

    /** Notes that so many records were made unreadable. */
    public void spoilt(int records) {
        spoilt.addAndGet(records);
    }

    /** Tells how many records were made unreadable. */
    public int spoilt() {
        return spoilt.get();
    }

    /** By one process of each kind, which also migrates the database. */
    private void archiveClasses() {
        List<ServiceProcess> first =
                Arrays.stream(Service.values()).map(kind -> services(kind).get(0)).toList();
        first.forEach(ServiceProcess::startArchiving);
        first.forEach(ServiceProcess::awaitReady);
        first.forEach(ServiceProcess::end);
    }

    private void add(Service service, ServiceJar jar, int number, Tempo tempo) {
        services.add(process(service, jar, number, tempo));
    }

    private ServiceProcess process(Service service, ServiceJar jar, int number, Tempo tempo) {
        List<String> arguments = new ArrayList<>(database.arguments());
        arguments.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        arguments.add(TestRecordKey.argument());
        arguments.add("--spring.mail.host=127.0.0.1");
        arguments.add("--spring.mail.port=" + mailProxy.port());
        arguments.add("--spring.main.banner-mode=off");
        if (service == Service.INGEST) {
            arguments.addAll(UpstreamSource.settings());
        }
        arguments.addAll(tempo.arguments());
        return new ServiceProcess(service, jar, number, folder.resolve("logs"), arguments, faults);
    }

    private void supervise() {
        services.forEach(ServiceProcess::supervise);
        previous.forEach(ServiceProcess::supervise);
    }

    /** Tells the judge where everything is. */
    private void describe() throws IOException {
        Properties system = new Properties();
        system.setProperty("database.url", database.directUrl());
        system.setProperty("database.user", "unenrol");
        system.setProperty("database.password", database.password());
        system.setProperty("api.url", services(Service.INGEST).get(0).url().toString());
        system.setProperty("api.user", AdministratorClient.USERNAME);
        system.setProperty("api.password", AdministratorClient.PASSWORD);
        system.setProperty("broker", broker.bootstrapServers());
        try (Writer out = Files.newBufferedWriter(evidence().resolve("system.properties"))) {
            system.store(out, null);
        }
    }

    public Path evidence() {
        return folder.resolve("evidence");
    }

    public Broker broker() {
        return broker;
    }

    public Database database() {
        return database;
    }

    public MailServer mailServer() {
        return mailServer;
    }

    /** Through which the mails go. */
    public Proxy mailProxy() {
        return mailProxy;
    }

    public FaultLog faults() {
        return faults;
    }

    /** The orders with which processes crash at a point. */
    public CrashOrders orders() {
        return orders;
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public List<ServiceProcess> services() {
        return services;
    }

    public List<ServiceProcess> services(Service service) {
        return services.stream().filter(one -> one.service() == service).toList();
    }

    public AdministratorClient administrator() {
        return new AdministratorClient(
                services(Service.INGEST).stream().map(ServiceProcess::url).toList());
    }

    @Override
    public synchronized void close() {
        supervisor.shutdownNow();
        services.forEach(ServiceProcess::down);
        previous.forEach(ServiceProcess::down);
        broker.close();
        database.close();
        mailProxy.close();
        mailServer.close();
    }
}
