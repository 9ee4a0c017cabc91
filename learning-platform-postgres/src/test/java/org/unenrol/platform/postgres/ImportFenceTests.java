package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.unenrol.platform.ImportFixture.anImport;
import static org.unenrol.platform.ImportFixture.validUntil;
import static org.unenrol.platform.PlatformDatabase.JDBC;
import static org.unenrol.platform.PlatformFixture.course;
import static org.unenrol.platform.PlatformFixture.enrol;
import static org.unenrol.platform.PlatformFixture.isEnrolled;
import static org.unenrol.platform.PlatformFixture.learner;
import static org.unenrol.platform.PlatformFixture.now;
import static org.unenrol.platform.Standing.ENROLLED;
import static org.unenrol.platform.Standing.IMPORT_ENDED;
import static org.unenrol.platform.Standing.NOT_ENROLLED;
import static org.unenrol.platform.Standing.OUT_OF_DATE;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.unenrol.platform.ImportFixture;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Rows that come late: after their import has ended, or after their own time. */
class ImportFenceTests extends PlatformTestCase {

    private static final TransactionOperations TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(PlatformDatabase.DATA_SOURCE));

    private final ImportFixture file = anImport();

    @BeforeEach
    void enrolTwo() {
        course("FIRE");
        for (String username : List.of("amelia", "oliver")) {
            learner(username);
            enrol(username, "FIRE");
        }
    }

    @Test
    void letsNoRowEndAnythingOnceItIsClosed() {
        FENCE.close(file.id());

        assertThat(standing(file.row(1, "amelia", "FIRE"))).isEqualTo(IMPORT_ENDED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void holdsUpNoOtherImportNotEvenInTheSameBatch() {
        ImportFixture other = anImport();
        FENCE.close(file.id());

        assertThat(
                        PLATFORM.settle(
                                List.of(
                                        other.row(1, "amelia", "FIRE"),
                                        file.row(1, "oliver", "FIRE"))))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(ENROLLED, IMPORT_ENDED);
        assertThat(isEnrolled("oliver", "FIRE")).isTrue();
    }

    @Test
    void givesARowThatHasEndedSomethingItsAnswerAgain() {
        UnenrolmentRequest row = file.row(1, "amelia", "FIRE");
        assertThat(standing(row)).isEqualTo(ENROLLED);
        FENCE.close(file.id());

        assertThat(standing(row)).isEqualTo(ENROLLED);
    }

    @Test
    void knowsWhatAnImportHasEndedHoweverOftenItIsClosed() {
        PLATFORM.settle(
                List.of(
                        file.row(7, "oliver", "FIRE"),
                        file.row(3, "amelia", "FIRE"),
                        file.row(4, "nobody", "FIRE")));

        assertThat(FENCE.close(file.id())).hasValue(2);
        assertThat(FENCE.close(file.id())).hasValue(2);
        assertThat(FENCE.endedRows(file.id())).containsExactly(3, 7);
        assertThat(FENCE.close(anImport().id())).hasValue(0);
    }

    @Test
    void waitsShortlyForABatchThatIsUnderWay() {
        TRANSACTION.executeWithoutResult(
                transaction -> {
                    assertThat(standing(file.row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
                    assertThat(CompletableFuture.supplyAsync(() -> FENCE.close(file.id())))
                            .succeedsWithin(Duration.ofSeconds(20))
                            .isEqualTo(OptionalInt.empty());
                    transaction.setRollbackOnly();
                });

        assertThat(standing(file.row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
        assertThat(FENCE.close(file.id())).hasValue(1);
    }

    @Test
    void throwsWhenTheDatabaseFails() {
        JDBC.sql("alter table lms.fenced_import rename to hidden").update();
        try {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> FENCE.close(file.id()));
        } finally {
            JDBC.sql("alter table lms.hidden rename to fenced_import").update();
        }
    }

    @Test
    void isSeenByABatchThatHadToWaitForIt() throws Exception {
        CompletableFuture<UnenrolmentAnswer> late =
                TRANSACTION.execute(
                        transaction -> {
                            FENCE.close(file.id());
                            CompletableFuture<UnenrolmentAnswer> waiting =
                                    CompletableFuture.supplyAsync(
                                            () -> answer(file.row(1, "amelia", "FIRE")));
                            assertThatExceptionOfType(TimeoutException.class)
                                    .isThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS));
                            return waiting;
                        });

        assertThat(late.get(20, TimeUnit.SECONDS).standing()).isEqualTo(IMPORT_ENDED);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
    }

    @Test
    void isNoneOfTheBusinessOfAVerification() {
        FENCE.close(file.id());

        assertThat(standing(file.verifyOnly().row(1, "amelia", "FIRE"))).isEqualTo(ENROLLED);
    }

    @Test
    void leavesARowAloneThatComesAfterItsTime() {
        UnenrolmentRequest late = validUntil(now(), file.row(1, "amelia", "FIRE"));
        UnenrolmentRequest unknown = validUntil(now(), file.row(2, "nobody", "FIRE"));
        UnenrolmentRequest timely =
                validUntil(now().plus(Duration.ofMinutes(1)), file.row(3, "oliver", "FIRE"));

        assertThat(PLATFORM.settle(List.of(late, timely, unknown)))
                .extracting(UnenrolmentAnswer::standing)
                .containsExactly(OUT_OF_DATE, ENROLLED, OUT_OF_DATE);
        assertThat(isEnrolled("amelia", "FIRE")).isTrue();
        assertThat(PLATFORM.settle(List.of(late)))
                .singleElement()
                .returns(late.id(), UnenrolmentAnswer::id)
                .returns(false, UnenrolmentAnswer::isAnswer);
        assertThat(answer(anImport().row(1, "oliver", "FIRE")))
                .returns(NOT_ENROLLED, UnenrolmentAnswer::standing)
                .returns(true, UnenrolmentAnswer::isAnswer);
    }
}
