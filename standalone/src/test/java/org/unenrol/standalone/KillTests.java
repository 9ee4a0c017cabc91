package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real process, killed in the middle of 100,000 rows and started again. */
class KillTests {

    private static final int ROWS = 100_000;

    @Test
    void finishesAfterKillMinusNineAsIfNothingHadHappened(@TempDir Path folder) throws Exception {
        try (StandaloneProcess child = new StandaloneProcess(folder)) {
            child.start();
            EnrolmentHistory.record(child.jdbc());
            Learners.Cohort cohort = new Learners(child.jdbc()).enrolled(ROWS);
            byte[] file = Csv.file().rows(cohort, 1, ROWS).bytes();
            String id = child.api().start(file, false);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> child.api().importOf(id).path("processed").asInt() > ROWS / 10);

            child.kill();
            child.start();
            JsonNode ended = child.api().awaitEnd(id);

            byte[] results = child.api().results(id);
            assertThat(ended.path("processed").asInt()).isEqualTo(ROWS);
            assertThat(Csv.outcomes(results)).isEqualTo(Collections.nCopies(ROWS, "UNENROLLED"));
            assertThat(Csv.withoutLastColumn(results))
                    .isEqualTo(new String(file, StandardCharsets.UTF_8));
            EnrolmentHistory history = new EnrolmentHistory(child.jdbc());
            assertThat(history.rowsEndedBy(id)).hasSize(ROWS);
            assertThat(history.repeats()).isZero();
            assertThat(completionMails(child, id)).hasSize(1);
        }
    }

    private static List<JsonNode> completionMails(StandaloneProcess child, String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                child.api()
                                        .get("/mailbox/messages")
                                        .json()
                                        .valueStream()
                                        .filter(mail -> mail.path("text").asString().contains(id))
                                        .toList(),
                        mails -> !mails.isEmpty());
    }
}
