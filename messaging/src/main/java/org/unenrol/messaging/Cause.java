package org.unenrol.messaging;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The causes for which handling a batch fails, and so what to do about it. */
enum Cause {
    /** Something all records need is away: waiting helps, skipping would lose rows. */
    TRANSIENT,
    /** The records themselves, or a bug that they hit: waiting does not help. */
    POISON;

    static Cause of(Throwable failure) {
        boolean transientCause = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return isAboutValues(sql) ? POISON : TRANSIENT;
            }
            if (isAboutRecord(t)) {
                return POISON;
            }
            transientCause |= isTransient(t);
        }
        return transientCause ? TRANSIENT : POISON;
    }

    /** Also within Kafka's other exceptions, and when waited for. */
    private static boolean isAboutRecord(Throwable t) {
        return t instanceof RecordTooLargeException
                || t instanceof RecordBatchTooLargeException
                || t instanceof SerializationException
                || t instanceof InvalidRecordException;
    }

    /** Of what goes wrong with data without a word from the database, most is a bug. */
    private static boolean isTransient(Throwable t) {
        return t instanceof TransientDataAccessException
                || t instanceof RecoverableDataAccessException
                || t instanceof NonTransientDataAccessResourceException
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
