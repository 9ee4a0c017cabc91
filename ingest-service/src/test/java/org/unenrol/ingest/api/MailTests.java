package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.UNENROLLED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

class MailTests extends ApiTestCase {

    @Test
    void isCountedByHowFarItHasCome() {
        UUID id = ended();

        assertThat(json(get(mail(id))))
                .isEqualTo(
                        readTree(
                                "{\"queued\": 1, \"sent\": 0, \"perhapsSent\": 0, \"undeliverable\":"
                                        + " 0, \"refused\": []}"));
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
    void isToldWithTheServersWordsAndWhenTheLastWillBeSent() {
        UUID id = ended();
        jdbc.sql(
                        """
                        update imports.mail set state = 'UNDELIVERABLE', ended_at = now(), answer = '550 5.1.1 No'
                        where import_id = ?
                        """)
                .param(id)
                .update();
        jdbc.sql(
                        """
                        insert into imports.mail (kind, import_id, row, recipient, recipient_name)
                        values ('LEARNER_UNENROLMENT', ?, 1, 'bo@example.org', 'Bo')
                        """)
                .param(id)
                .update();
        jdbc.sql("update imports.learner_pace set per_minute = 600").update();

        JsonNode told = json(get(mail(id)));

        assertThat(told.path("refused").path(0).path("answer").asString())
                .isEqualTo("550 5.1.1 No");
        assertThat(told.path("refused").path(0).path("mails").asInt()).isEqualTo(1);
        assertThat(told.path("lastExpectedAt").asString()).startsWith("20");
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
