package org.unenrol.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * A connection that keeps others away from the learners of a batch for as long as the platform is
 * asked about them, and holds the batch's imports open. Its locks are the session's, not a
 * transaction's, as what is written down must be there before the platform is told to do anything;
 * they go when the process does.
 */
final class JournalSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JournalSession.class);

    private static final String NOW = "select clock_timestamp()";

    private static final String HOLD_OPEN =
            """
            select count(pg_advisory_lock_shared(key))
            from (
                select hashtextextended(id::text, 0) as key
                from unnest(cast(:imports as uuid[])) as id order by key) ordered
            """;

    /** In one order for all, so that no two batches wait for each other. */
    private static final String KEEP_OTHERS_AWAY =
            """
            select count(pg_advisory_lock(key))
            from (
                select distinct hashtextextended(learner, 1) as key
                from unnest(:learners) as learner order by key) ordered
            """;

    private static final String RELEASE = "select pg_advisory_unlock_all()";

    private final Connection connection;
    private final JdbcClient jdbc;

    private JournalSession(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Waits for whoever has one of these learners; nothing is waited for that is only read. */
    static JournalSession enter(DataSource database, Collection<UnenrolmentRequest> applied) {
        JournalSession session = open(database);
        try {
            session.lock(applied);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static JournalSession open(DataSource database) {
        try {
            return new JournalSession(database.getConnection());
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection for the journal", e);
        }
    }

    private void lock(Collection<UnenrolmentRequest> applied) {
        if (applied.isEmpty()) {
            return;
        }
        Set<UUID> imports =
                applied.stream().map(one -> one.id().importId()).collect(Collectors.toSet());
        Set<String> learners =
                applied.stream()
                        .map(UnenrolmentRequest::username)
                        .filter(Objects::nonNull)
                        .map(username -> UsernameKey.of(username).replace('\0', '\uFFFD'))
                        .collect(Collectors.toSet());
        jdbc.sql(HOLD_OPEN)
                .param("imports", imports.stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
        jdbc.sql(KEEP_OTHERS_AWAY)
                .param("learners", learners.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The present by the database's clock. */
    Instant now() {
        return jdbc.sql(NOW).query(OffsetDateTime.class).single().toInstant();
    }

    Entries entries() {
        return new Entries(jdbc);
    }

    /** Never hands a connection back that still has locks. */
    @Override
    public void close() {
        try (connection) {
            release();
        } catch (SQLException e) {
            log.warn("A connection of the journal could not be closed: {}", e.toString());
        }
    }

    private void release() throws SQLException {
        try {
            jdbc.sql(RELEASE).query((row, number) -> "").list();
        } catch (DataAccessException e) {
            log.warn("A connection of the journal is given up: {}", e.toString());
            connection.abort(Runnable::run);
        }
    }
}
