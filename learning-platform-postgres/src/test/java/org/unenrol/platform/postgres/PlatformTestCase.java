package org.unenrol.platform.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.unenrol.platform.ImportFence;
import org.unenrol.platform.PlatformDatabase;
import org.unenrol.platform.RowSettler;
import org.unenrol.platform.Standing;
import org.unenrol.platform.UnenrolmentAnswer;
import org.unenrol.platform.UnenrolmentRequest;

/** Starts each test on an empty platform, and holds the history after it. */
abstract class PlatformTestCase {

    static final RowSettler PLATFORM =
            new PostgresRowSettler(
                    PlatformDatabase.JDBC,
                    new JdbcTransactionManager(PlatformDatabase.DATA_SOURCE));

    static final ImportFence FENCE =
            new PostgresImportFence(
                    PlatformDatabase.JDBC,
                    new JdbcTransactionManager(PlatformDatabase.DATA_SOURCE));

    @BeforeEach
    void clear() {
        PlatformDatabase.clear();
    }

    @AfterEach
    void nothingHasEndedTwice() {
        UnenrolmentHistory.holdsAtMostOneEndingOfAnyRowAndAnyPeriod();
    }

    static UnenrolmentAnswer answer(UnenrolmentRequest request) {
        return PLATFORM.settle(List.of(request)).get(0);
    }

    static @Nullable Standing standing(UnenrolmentRequest request) {
        return answer(request).standing();
    }
}
