package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

class CauseTests {

    static Stream<Throwable> aboutTheWorld() {
        return Stream.of(
                sql("08006"),
                sql("25006"),
                sql("40P01"),
                sql("53300"),
                sql("55P03"),
                sql(null),
                new DataAccessResourceFailureException("away"),
                new QueryTimeoutException("slow"),
                new CannotAcquireLockException("locked"),
                new RecoverableDataAccessException("again"),
                new CannotCreateTransactionException("away"),
                new TimeoutException("away"),
                new KafkaException("not acknowledged", new TimeoutException("away")),
                new org.springframework.kafka.KafkaException("away"),
                new IOException("away"),
                new IllegalStateException(new ConnectException("refused")),
                new IllegalStateException(new InterruptedException()));
    }

    static Stream<Throwable> aboutTheRecord() {
        return Stream.of(
                new IllegalArgumentException("bug"),
                new NullPointerException(),
                new DataIntegrityViolationException("null", sql("23502")),
                sql("22021"),
                new IncorrectResultSizeDataAccessException(1),
                new EmptyResultDataAccessException(1),
                new InvalidDataAccessApiUsageException("bug"),
                new TypeMismatchDataAccessException("bug"),
                new RecordTooLargeException("large"),
                new KafkaException("not acknowledged", new RecordTooLargeException("large")),
                new org.springframework.kafka.KafkaException(
                        "not sent", new RecordBatchTooLargeException("large")),
                new SerializationException("bug"),
                new InvalidRecordException("bug"));
    }

    @ParameterizedTest
    @MethodSource("aboutTheWorld")
    void isTheWorldWhereWaitingHelps(Throwable failure) {
        assertThat(Cause.of(failure)).isEqualTo(Cause.TRANSIENT);
    }

    @ParameterizedTest
    @MethodSource("aboutTheRecord")
    void isTheRecordWhereWaitingDoesNotHelp(Throwable failure) {
        assertThat(Cause.of(failure)).isEqualTo(Cause.POISON);
    }

    private static SQLException sql(String state) {
        return new SQLException("failed", state);
    }
}
