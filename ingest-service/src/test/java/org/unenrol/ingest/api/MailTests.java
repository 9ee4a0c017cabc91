package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;

class MailTests extends ApiTestCase {

    @Test
    void isCountedByHowFarItHasCome() {
        UUID id = ended();

        assertThat(json(get(mail(id))))
                .isEqualTo(
                        readTree(
                                "{\"queued\": 1, \"sent\": 0, \"perhapsSent\": 0, \"undeliverable\":"
                                        + " 0}"));
    }

    @Test
    void isQueuedAgainWhereItWasGivenUp() {
        UUID id = ended();
        jdbc.sql(
                        """
                        update imports.mail set state = 'UNDELIVERABLE', ended_at = now()
                        where import_id = ?
                        """)
                .param(id)
                .update();

        MvcTestResult answer = post(mail(id) + "/send-again");

        assertThat(answer).hasStatus(202);
        assertThat(json(answer).path("queued").asInt()).isEqualTo(1);
        assertThat(json(get(mail(id))).path("undeliverable").asInt()).isZero();
    }

    @Test
    void isThatOfAnImportThatThereIs() {
        UUID unknown = UUID.randomUUID();

        assertProblem(get(mail(unknown)), 404, "import-not-found");
        assertProblem(post(mail(unknown) + "/send-again"), 404, "import-not-found");
    }

    private UUID ended() {
        UUID id = applying(CsvFile.of("a,B,No"));
        others.end(id, UNENROLLED);
        return id;
    }

    private static String mail(UUID id) {
        return IMPORTS + "/" + id + "/mail";
    }
}
