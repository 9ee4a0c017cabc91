package org.unenrol.platform.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.journal.JournalledImportFence;
import org.unenrol.platform.journal.JournalledRowSettler;
import org.unenrol.platform.journal.setup.RemotePlatformConfiguration;

class RemotePlatformConfigurationTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(RemotePlatformConfiguration.class)
                    .withBean(DataSource.class, () -> JournalDatabase.DATA_SOURCE)
                    .withBean(JdbcClient.class, () -> JournalDatabase.JDBC)
                    .withBean(
                            JdbcTransactionManager.class,
                            () -> new JdbcTransactionManager(JournalDatabase.DATA_SOURCE))
                    .withBean(JdbcConnectionDetails.class, () -> JournalDatabase.SERVER);

    @Test
    void leavesServicesAloneWhosePlatformIsTheOneThatComesWithTheProduct() {
        service.run(started -> assertThat(started).doesNotHaveBean(ImportFence.class));
        service.withPropertyValues("unenrol.platform=postgres")
                .run(started -> assertThat(started).doesNotHaveBean(RowSettler.class));
    }

    @Test
    void settlesByTheAdapterThatThereIs() {
        service.withPropertyValues("unenrol.platform=memory")
                .withBean(
                        RemoteAdapter.class,
                        () -> new RemoteAdapter(new RemoteCalls(new RemoteServer())))
                .run(
                        started -> {
                            assertThat(started.getBean(RowSettler.class))
                                    .isInstanceOf(JournalledRowSettler.class);
                            assertThat(started.getBean(ImportFence.class))
                                    .isInstanceOf(JournalledImportFence.class);
                        });
    }

    @Test
    void asksForNoAdapterWhereNothingIsSettled() {
        service.withPropertyValues("unenrol.platform=memory")
                .run(started -> assertThat(started).hasNotFailed());
    }

    @Test
    void saysWhatToDoWhereThereIsNoAdapter() {
        service.withPropertyValues("unenrol.platform=mooodle")
                .run(
                        started -> {
                            Throwable failure = failure(() -> started.getBean(RowSettler.class));

                            assertThat(analysed(failure))
                                    .startsWith("There is no platform \"mooodle\": set")
                                    .contains("unenrol.platform", "class path");
                        });
    }

    private static Throwable failure(Runnable asked) {
        try {
            asked.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("it should have failed");
    }

    private static String analysed(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, failed) -> {})
                .stream()
                .filter(one -> one.getClass().getPackageName().startsWith("org.unenrol"))
                .map(one -> one.analyze(failure))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow()
                .getDescription();
    }
}
