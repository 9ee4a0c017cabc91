package org.unenrol.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.ledger.ImportFixture.anImport;
import static org.unenrol.ledger.Ledger.FILES;
import static org.unenrol.ledger.LedgerDatabase.JDBC;
import static org.unenrol.ledger.LedgerDatabase.TRANSACTION;
import static org.unenrol.ledger.LedgerDatabase.letPass;
import static org.unenrol.ledger.retention.Purges.atRest;
import static org.unenrol.ledger.retention.Purges.days;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.LedgerTestCase;

/** A year of imports, ten days at a time, with everything kept for 60 days, mails for 30. */
class YearOfImportsTests extends LedgerTestCase {

    private static final int STEP = 10;
    private static final int KEPT = 60;
    private static final int YEAR = 360;
    private static final int IMPORTS = 10;
    private static final int ROWS = 200;
    private static final String LINE = "learner.with.a.name,FIRE-SAFETY-2026,Yes\n";

    private final Purge purge =
            new Purge(
                    JDBC,
                    TRANSACTION,
                    new RetentionSettings(
                            days(KEPT),
                            days(KEPT),
                            days(KEPT),
                            days(30),
                            days(30),
                            days(KEPT),
                            days(KEPT),
                            days(KEPT),
                            days(30)));

    @Test
    void leavesTheDatabaseAsLargeAsItWasWhenTheFirstHadGone() throws IOException {
        Map<Integer, Long> sizes = new TreeMap<>();
        for (int day = STEP; day <= YEAR; day += STEP) {
            importSome();
            letPass(days(STEP));
            clean();
            sizes.put(day, size());
        }
        Files.writeString(Path.of("target/year-of-imports.txt"), "kilobytes by day: " + sizes);

        long settled = sizes.get(2 * KEPT);
        assertThat(sizes.get(YEAR)).isLessThan(settled * 11 / 10);
    }

    private static void importSome() {
        for (int i = 0; i < IMPORTS; i++) {
            atRest(anImport().ofRows(ROWS).ofContent(LINE.repeat(ROWS)).completedAs(UNENROLLED));
        }
    }

    private void clean() {
        while (purge.doSome()) {
            // Small steps.
        }
        while (FILES.deleteOrphans(days(1)) > 0) {
            // Some at a time.
        }
        JDBC.sql("vacuum").update();
    }

    private static long size() {
        return JDBC.sql(
                        """
                        select sum(pg_total_relation_size(oid)) / 1024 from pg_class
                        where relkind = 'r' and relnamespace = 'imports'::regnamespace
                        """)
                .query(Long.class)
                .single();
    }
}
