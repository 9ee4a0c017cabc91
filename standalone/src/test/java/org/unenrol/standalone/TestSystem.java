package org.unenrol.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.infrastructure.DatabaseRole;
import org.unenrol.infrastructure.DatabaseRoles;
import org.unenrol.infrastructure.LocalKafka;
import org.unenrol.infrastructure.LocalMailServer;
import org.unenrol.infrastructure.LocalPostgres;
import org.unenrol.infrastructure.Mailbox;
import org.unenrol.ingest.IngestService;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.kafka.TestRecordKey;

/** The whole system, once per JVM: real broker, real database, real mail server, real HTTP. */
public final class TestSystem {

    public static final String PASSWORD = "a password for tests";

    private static final TestSystem INSTANCE = start();

    private final TestServers servers;
    private final DatabaseLogins logins;
    private final Mailbox mailbox;
    private final Services services;
    private final Path dropFolder;

    private TestSystem(
            TestServers servers,
            DatabaseLogins logins,
            Mailbox mailbox,
            Services services,
            Path dropFolder) {
        this.servers = servers;
        this.logins = logins;
        this.mailbox = mailbox;
        this.services = services;
        this.dropFolder = dropFolder;
    }

    public static TestSystem running() {
        return INSTANCE;
    }

    /** The address of the portal. */
    public String url() {
        return services.url();
    }

    ApiClient api() {
        return apiAs("global.admin");
    }

    ApiClient apiAs(String username) {
        return apiAs(username, PASSWORD);
    }

    ApiClient apiAs(String username, String password) {
        return ApiContract.client(services.url(), username, password);
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** A folder whose files are applied. */
    Path dropFolder() {
        return dropFolder;
    }

    Addresses addresses() {
        return servers.addresses();
    }

    /** The worker's listener, to be stopped and started. */
    MessageListenerContainer workerListener() {
        return listener("unenrol-worker");
    }

    /** A listener by its name. */
    MessageListenerContainer listener(String name) {
        return services.contexts().stream()
                .flatMap(
                        context ->
                                context
                                        .getBeansOfType(KafkaListenerEndpointRegistry.class)
                                        .values()
                                        .stream())
                .flatMap(registry -> Stream.ofNullable(registry.getListenerContainer(name)))
                .findFirst()
                .orElseThrow();
    }

    /** One more ingest-service, on the same broker and database. */
    public ConfigurableApplicationContext startIngest(int port) {
        List<String> arguments = new ArrayList<>(servers.addresses().arguments());
        arguments.addAll(logins.argumentsOf(DatabaseRole.INGEST));
        arguments.add(TestRecordKey.argument());
        arguments.add("--server.port=" + port);
        return IngestService.application()
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    /** Lets nothing be applied until {@link #releaseWorker()}. */
    public void holdWorker() {
        workerListener().pause();
        Awaitility.await().until(() -> workerListener().isContainerPaused());
    }

    public void releaseWorker() {
        workerListener().resume();
    }

    /** Does something while another session has locked a row. */
    <T> T whileLocked(String sql, String id, Supplier<T> action) {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource()))
                .execute(
                        status -> {
                            jdbc().sql(sql).param("id", id).query().listOfRows();
                            return action.get();
                        });
    }

    /** The value of a setting of the database in the connections of each service. */
    List<String> databaseSetting(String name) {
        return services.contexts().stream()
                .map(context -> context.getBean(JdbcClient.class))
                .map(
                        jdbc ->
                                jdbc.sql("select current_setting(:name)")
                                        .param("name", name)
                                        .query(String.class)
                                        .single())
                .toList();
    }

    /** The users as whom the services are known to the database. */
    List<String> databaseUsers() {
        return services.contexts().stream()
                .map(context -> context.getBean(JdbcClient.class))
                .map(jdbc -> jdbc.sql("select current_user").query(String.class).single())
                .toList();
    }

    /** Counts the requests that the services' producers have sent to the broker so far. */
    double producerRequests() {
        return services.contexts().stream()
                .map(context -> context.getBean(KafkaTemplate.class))
                .flatMap(template -> allMetrics(template).entrySet().stream())
                .filter(metric -> metric.getKey().name().equals("request-total"))
                .filter(metric -> metric.getKey().group().equals("producer-metrics"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }

    private static Map<MetricName, ? extends Metric> allMetrics(KafkaTemplate<?, ?> template) {
        return template.metrics();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Keeps everybody from writing to the table meanwhile. */
    public void locking(String table, Runnable meanwhile) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            meanwhile.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DatabaseLogins logins() {
        return logins;
    }

    public Learners learners() {
        return new Learners(jdbc());
    }

    private DataSource dataSource() {
        return servers.administrator();
    }

    private static TestSystem start() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Path folder = temporaryFolder();
        LocalMailServer mail = LocalMailServer.start(folder.resolve("mail"), 0);
        TestServers servers =
                TestInfrastructure.isContainers()
                        ? Containers.start(mail)
                        : startLocally(folder, mail);
        DatabaseLogins logins = DatabaseLogins.of(DatabaseRoles.in(servers.administrator()));
        List<String> arguments = new ArrayList<>(servers.addresses().arguments());
        arguments.addAll(arguments());
        Path dropFolder = made(folder.resolve("dropped"));
        arguments.addAll(settingsOf(dropFolder));
        Services services =
                Services.start(
                        HttpAddress.of(new GivenSettings()), mail.mailbox(), logins, arguments);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    services.close();
                                    mail.close();
                                }));
        TestSystem system = new TestSystem(servers, logins, mail.mailbox(), services, dropFolder);
        EnrolmentHistory.record(system.jdbc());
        return system;
    }

    private static TestServers startLocally(Path folder, LocalMailServer mail) {
        LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        LocalPostgres postgres =
                LocalPostgres.start(
                        folder.resolve("postgres"), 0, Map.of("timezone", "America/St_Johns"));
        return new TestServers(
                new Addresses(
                        kafka.bootstrapServers(),
                        postgres.jdbcUrl(),
                        mail.host(),
                        mail.port(),
                        mail.user(),
                        mail.password(),
                        kafka.clientSettings()),
                postgres.dataSource());
    }

    private static List<String> arguments() {
        return List.of(
                "--server.port=0",
                TestRecordKey.argument(),
                "--unenrol.accounts.second-factor-keys.test=" + TestRecordKey.secret(),
                "--unenrol.sample.load=true",
                "--unenrol.sample.admin-password=" + PASSWORD,
                "--unenrol.sample.content-admin-password=" + PASSWORD,
                "--unenrol.sample.learner-password=" + PASSWORD,
                "--unenrol.ledger.stalled-after=3s");
    }

    private static List<String> settingsOf(Path dropFolder) {
        return List.of(
                "--unenrol.folders.leavers.directory=" + dropFolder,
                "--unenrol.folders.leavers.mode=APPLY",
                "--unenrol.folders.leavers.account=global.admin",
                "--unenrol.folders.leavers.quiet-time=200ms",
                "--unenrol.folders.leavers.interval=200ms");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("unenrol-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
