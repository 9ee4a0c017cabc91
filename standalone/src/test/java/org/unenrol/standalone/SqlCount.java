package org.unenrol.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements that the services send while it is open, all of which are logged. */
final class SqlCount extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final AtomicInteger count = new AtomicInteger();

    static SqlCount begin() {
        SqlCount counting = new SqlCount();
        counting.start();
        counting.statements.addAppender(counting);
        counting.statements.setAdditive(false);
        counting.statements.setLevel(Level.DEBUG);
        return counting;
    }

    int statements() {
        return count.get();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getMessage().startsWith("Executing prepared SQL statement")) {
            count.incrementAndGet();
        }
    }

    @Override
    public void close() {
        statements.setLevel(null);
        statements.setAdditive(true);
        statements.detachAppender(this);
    }
}
