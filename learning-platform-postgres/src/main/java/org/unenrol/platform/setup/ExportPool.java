package org.unenrol.platform.setup;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.service.OwnPool;

/**
 * The connections of exports, each of which keeps one for as long as its reader takes. No data
 * source of the service itself: that all are taken is no reason to call the service unhealthy.
 */
final class ExportPool implements AutoCloseable {

    private final HikariDataSource pool;

    ExportPool(JdbcConnectionDetails database, Environment settings) {
        this.pool = OwnPool.of("exports", database, settings);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    TransactionTemplate reading() {
        TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(pool));
        reading.setReadOnly(true);
        return reading;
    }

    @Override
    public void close() {
        pool.close();
    }
}
