package org.unenrol.messaging;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why handling a batch failed, and so what to do about it. */
enum Cause {
    /** Something all records need is away: waiting helps, skipping would lose rows. */
    WORLD,
    /** The records themselves, or a bug that they hit: waiting does not help. */
    RECORD;

    static Cause of(Throwable failure) {
        boolean world = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return isAboutValues(sql) ? RECORD : WORLD;
            }
            world |= isWorld(t);
        }
        return world ? WORLD : RECORD;
    }

    private static boolean isWorld(Throwable t) {
        return t instanceof DataAccessException
                || t instanceof TransactionException
                || t instanceof org.apache.kafka.common.KafkaException
                || t instanceof org.springframework.kafka.KafkaException
                || t instanceof IOException
                || t instanceof InterruptedException;
    }

    /** SQL state classes 22 (data exception) and 23 (integrity constraint violation). */
    private static boolean isAboutValues(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
