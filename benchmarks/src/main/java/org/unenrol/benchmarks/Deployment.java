package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.infrastructure.LocalInfrastructure;
import org.unenrol.standalone.Standalone;
import org.unenrol.standalone.StandaloneSettings;
import org.unenrol.test.api.ApiClient;
import org.unenrol.test.people.People;

/** The product, running and ready to be measured. */
interface Deployment extends AutoCloseable {

    String ADMINISTRATOR = "global.admin";

    String PASSWORD = "a password for benchmarks";

    /** The address at which the API answers. */
    String url();

    LocalInfrastructure infrastructure();

    /** As somebody who may do everything. */
    default TimedImports imports() {
        return new TimedImports(new ApiClient(url(), ADMINISTRATOR, PASSWORD));
    }

    @Override
    void close();

    /** Makes the account that {@link #imports()} signs in with. */
    static void addAdministrator(LocalInfrastructure infrastructure) {
        new People(JdbcClient.create(infrastructure.postgres().dataSource()))
                .administrator(ADMINISTRATOR, PASSWORD);
    }

    /** Closes it also when the benchmarks are interrupted, as its database would outlive them. */
    default Deployment closedAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close the deployment"));
        return this;
    }

    /** A way of running the product. */
    enum Kind {
        /** Runs the three services in this JVM. */
        STANDALONE {
            @Override
            Deployment start(Path folder, List<String> arguments) {
                return standalone(folder, arguments).closedAtExit();
            }
        },
        /** One ingest-service, two workers and one notifier-service, each a process of its own. */
        PROCESSES {
            @Override
            Deployment start(Path folder, List<String> arguments) throws IOException {
                return ServiceProcesses.start(folder, List.of(), arguments);
            }
        };

        abstract Deployment start(Path folder, List<String> arguments) throws IOException;
    }

    private static Deployment standalone(Path folder, List<String> arguments) {
        Standalone standalone =
                Standalone.start(
                        new StandaloneSettings(folder, 0, 0, 0, PASSWORD, null, null),
                        Stream.concat(Stream.of("--server.port=0"), arguments.stream())
                                .toArray(String[]::new));
        return new Deployment() {
            @Override
            public String url() {
                return standalone.url();
            }

            @Override
            public LocalInfrastructure infrastructure() {
                return standalone.infrastructure();
            }

            @Override
            public void close() {
                standalone.close();
            }
        };
    }
}
