package org.unenrol.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.test.context.TestPropertySource;
import org.unenrol.account.Role;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.report.LearningRecords;
import org.unenrol.platform.report.RecordFilter;

/** Downloads that nobody reads, and the pools of connections that they may not empty. */
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=3000",
            "unenrol.database.statement-timeout=41s"
        })
class UnreadExportsTests extends AccountsTestCase {

    private static final int UNREAD = 48;

    @Autowired private LearningRecords records;
    @Autowired private DataSource connections;
    @Autowired private JdbcClient jdbc;
    @Autowired @SpringSessionDataSource private DataSource sessions;
    @Autowired private FindByIndexNameSessionRepository<? extends Session> repository;

    @Test
    @Timeout(60)
    void keepNobodyFromSigningInAndFromThePages() throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(UNREAD);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try {
            for (int i = 0; i < UNREAD; i++) {
                readers.execute(() -> readNothing(begun, end));
            }
            begun.await();

            Cookie session = session(somebody(Role.GLOBAL_ADMINISTRATOR));
            assertThat(get("/imports", session)).hasStatusOk();
            assertThat(get("/reports", session)).hasStatusOk();
        } finally {
            end.countDown();
            readers.shutdownNow();
        }
    }

    @Test
    void leaveSessionsAPoolOfTheirOwn() throws SQLException {
        String username = somebody(Role.GLOBAL_ADMINISTRATOR);
        session(username);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                taken.add(connections.getConnection());
            }

            assertThat(repository.findByPrincipalName(username)).hasSize(1);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void areNotTheOnlyOnesForWhichTheDatabaseHasALimit() {
        assertThat(setting(jdbc, "statement_timeout")).isEqualTo("41s");
        assertThat(setting(JdbcClient.create(sessions), "statement_timeout")).isEqualTo("10s");
    }

    private void readNothing(CountDownLatch begun, CountDownLatch end) {
        records.forEach(
                ManagedAreas.EVERY,
                new RecordFilter(null, null, null, ""),
                record -> {
                    begun.countDown();
                    await(end);
                });
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
    }
}
