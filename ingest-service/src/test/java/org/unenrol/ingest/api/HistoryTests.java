package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.READY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

class HistoryTests extends ApiTestCase {

    private static final byte[] FILE = CsvFile.of("a,B,No");

    @BeforeEach
    void clear() {
        jdbc.sql("truncate imports.import, imports.stored_file cascade").update();
    }

    @Test
    void hasTheNewestFirst() {
        UUID older = verifying(FILE);
        UUID newer = verifying(FILE);

        assertThat(ids(json(get(IMPORTS)))).containsExactly(newer, older);
    }

    @Test
    void hasThoseOfOneState() {
        UUID ended = verifying(FILE);
        others.end(ended, READY);
        UUID running = verifying(FILE);

        assertThat(ids(json(get(IMPORTS + "?state=COMPLETED")))).containsExactly(ended);
        assertThat(ids(json(get(IMPORTS + "?state=PROCESSING")))).containsExactly(running);
        assertThat(ids(json(get(IMPORTS + "?state=FAILED")))).isEmpty();
    }

    @Test
    void comesInPagesOfFifty() {
        UUID oldest = verifying(FILE);
        for (int i = 0; i < 50; i++) {
            verifying(FILE);
        }

        JsonNode first = json(get(IMPORTS));
        JsonNode second = json(get(IMPORTS + "?after=" + first.path("next").asLong()));

        assertThat(ids(first)).hasSize(50).doesNotContain(oldest);
        assertThat(ids(second)).containsExactly(oldest);
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state=DONE   | The parameter state must be one of PROCESSING, BUILDING_RESULTS, COMPLETED, CANCELLED, FAILED.
                    after=newest | The parameter after must be a whole number that is not too large.
                    after=99999999999999999999 | The parameter after must be a whole number that is not too large.
                    """)
    void saysWhatAParameterMayBe(String query, String detail) {
        var answer = get(IMPORTS + "?" + query);

        assertProblem(answer, 400, "parameter-invalid");
        assertThat(json(answer).path("detail").asString()).isEqualTo(detail);
    }

    private static List<UUID> ids(JsonNode page) {
        return page.path("imports")
                .valueStream()
                .map(one -> UUID.fromString(one.path("id").asString()))
                .toList();
    }
}
