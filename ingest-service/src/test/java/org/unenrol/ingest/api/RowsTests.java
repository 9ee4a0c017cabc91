package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.DUPLICATE;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import org.unenrol.model.Detail;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowOutcome;
import tools.jackson.databind.JsonNode;

class RowsTests extends ApiTestCase {

    private UUID verified = UUID.randomUUID();
    private String rows = "";

    /** Four rows; the last one has no outcome yet. */
    @BeforeEach
    void verify() {
        UUID id = verifying(CsvFile.ofRows(4));
        verified = id;
        others.settle(id, READY, USERNAME_NOT_RECOGNISED);
        others.settle(
                new RowOutcome(
                        id, 3, 4, DUPLICATE, List.of(new Detail.DuplicateOf(2)), null, null, null));
        rows = IMPORTS + "/" + id + "/rows";
    }

    @Test
    void areThoseThatHaveAnOutcomeInTheOrderOfTheFile() {
        JsonNode page = json(get(rows));

        assertThat(page.path("rows").valueStream().map(row -> row.path("code").asString()))
                .containsExactly("READY", "USERNAME_NOT_RECOGNISED", "DUPLICATE");
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void tellWhereTheyStandAndWhatThereIsToSay() {
        JsonNode row = json(get(rows)).at("/rows/2");

        assertThat(row.path("row").asInt()).isEqualTo(3);
        assertThat(row.path("spreadsheetRow").asInt()).isEqualTo(4);
        assertThat(row.path("line").asInt()).isEqualTo(4);
        assertThat(row.path("details"))
                .isEqualTo(readTree("[{\"kind\": \"DUPLICATE_OF\", \"spreadsheetRow\": 2}]"));
        assertThat(row.path("message").asString()).contains("as row 2, which counts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en-GB           | Username not recognised:
                    de-CH, en;q=0.5 | Benutzername unbekannt:
                    fr              | Username not recognised:
                    """)
    void areWordedInTheLanguageAskedFor(String language, String message) {
        assertThat(json(get(rows, language)).at("/rows/1/message").asString()).startsWith(message);
    }

    @Test
    void areThoseOfOneOutcome() {
        JsonNode page = json(get(rows + "?outcome=DUPLICATE"));

        assertThat(numbers(page)).containsExactly(3);
    }

    @Test
    void tellWhatTheFileSaysAndWhomItNames() {
        others.settle(
                new RowOutcome(
                        verified,
                        4,
                        5,
                        READY,
                        List.of(),
                        null,
                        new Meaning("17", "42"),
                        new RowContent("amelia", "FIRE", "Yes", "Amelia Hughes", "Fire")));
        JsonNode row = json(get(rows + "?search=HUGHES")).at("/rows/0");

        assertThat(row.path("username").asString()).isEqualTo("amelia");
        assertThat(row.path("learner").asString()).isEqualTo("Amelia Hughes");
        assertThat(row.path("activityReference").asString()).isEqualTo("FIRE");
        assertThat(row.path("activityTitle").asString()).isEqualTo("Fire");
        assertThat(row.path("activityId").asString()).isEqualTo("42");
        assertThat(row.path("sendEmail").asString()).isEqualTo("Yes");
        assertThat(numbers(json(get(rows + "?activity=42")))).containsExactly(4);
        assertThat(numbers(json(get(rows + "?activity=43")))).isEmpty();
        assertThat(numbers(json(get(rows + "?search=omar")))).isEmpty();
    }

    @Test
    void comeInPages() {
        JsonNode first = json(get(rows + "?limit=2"));
        JsonNode second = json(get(rows + "?limit=2&after=" + first.path("next").asInt()));

        assertThat(numbers(first)).containsExactly(1, 2);
        assertThat(numbers(second)).containsExactly(3);
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=0      | The parameter limit must be a whole number from 1 to 1000.
                    limit=1001   | The parameter limit must be a whole number from 1 to 1000.
                    after=-1     | The parameter after must be a whole number from 0 to 2147483647.
                    after=second | The parameter after must be a whole number that is not too large.
                    """)
    void sayWhatAParameterMayBe(String query, String detail) {
        var answer = get(rows + "?" + query);

        assertProblem(answer, 400, "parameter-invalid");
        assertThat(json(answer).path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void areThoseOfAnImportThatThereIs() {
        assertProblem(get(IMPORTS + "/" + UUID.randomUUID() + "/rows"), 404, "import-not-found");
        assertProblem(get(rows + "?outcome=GOOD"), 400, "parameter-invalid");
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.path("rows").valueStream().map(row -> row.path("row").asInt()).toList();
    }
}
