package org.unenrol.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.model.OutcomeCode.NOT_PROCESSED;
import static org.unenrol.model.OutcomeCode.READY;
import static org.unenrol.model.OutcomeCode.UNENROLLED;
import static org.unenrol.model.OutcomeCode.USERNAME_NOT_RECOGNISED;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unenrol.ingest.ApiTestCase;
import org.unenrol.ingest.CsvFile;
import tools.jackson.databind.JsonNode;

/** One import: looked up in each state, cancelled. */
class ImportTests extends ApiTestCase {

    @Test
    void countsItsRowsWhileItRuns() {
        UUID id = verifying(CsvFile.ofRows(4));
        others.settle(id, READY, READY, USERNAME_NOT_RECOGNISED);

        JsonNode told = told(id);

        assertThat(told.path("state").asString()).isEqualTo("PROCESSING");
        assertThat(told.path("rows").asInt()).isEqualTo(4);
        assertThat(told.path("processed").asInt()).isEqualTo(3);
        assertThat(told.path("succeeded").asInt()).isEqualTo(2);
        assertThat(told.path("failed").asInt()).isEqualTo(1);
        assertThat(told.path("outcomes"))
                .isEqualTo(readTree("{\"READY\": 2, \"USERNAME_NOT_RECOGNISED\": 1}"));
        assertThat(told.has("completedAt")).isFalse();
    }

    @Test
    void isBuildingItsResultsOnceEveryRowIsSettled() {
        UUID id = applying(CsvFile.ofRows(1));
        others.settle(id, UNENROLLED);

        assertThat(told(id).path("state").asString()).isEqualTo("BUILDING_RESULTS");
        assertThat(told(id).path("links").propertyNames()).containsExactly("self", "rows");
    }

    @Test
    void offersWhatCanBeDoneNextOnceItHasEnded() {
        UUID verified = verifying(CsvFile.ofRows(1));
        others.end(verified, READY);
        UUID applied = applying(CsvFile.ofRows(1));
        others.end(applied, UNENROLLED);

        assertThat(told(verified).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(told(verified).has("completedAt")).isTrue();
        assertThat(told(verified).path("links").propertyNames())
                .containsExactly("self", "rows", "results", "rowsToFix", "apply");
        assertThat(told(applied).path("links").propertyNames())
                .containsExactly("self", "rows", "results", "rowsToFix", "takeBack");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | Read as UTF-8, separated by commas.
                    de-CH | Gelesen als UTF-8, getrennt durch Kommas.
                    """)
    void tellsHowItWasReadInTheLanguageAskedFor(String language, String reading) {
        UUID id = verifying(CsvFile.ofRows(1));

        assertThat(json(get(IMPORTS + "/" + id, language)).path("reading").asString())
                .isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({"en, The stored file", "de, Die gespeicherte Datei"})
    void tellsWhyItHasFailedInTheLanguageAskedFor(String language, String cause) {
        UUID id = applying(CsvFile.ofRows(1));
        others.fail(id);

        JsonNode told = json(get(IMPORTS + "/" + id, language));

        assertThat(told.path("state").asString()).isEqualTo("FAILED");
        assertThat(told.path("failure").asString()).startsWith(cause);
        assertThat(told.path("links").propertyNames()).containsExactly("self", "rows");
    }

    @Test
    void canBeCancelledWhileItRuns() {
        UUID id = applying(CsvFile.ofRows(2));

        JsonNode cancelled = json(post(IMPORTS + "/" + id + "/cancel"));

        assertThat(cancelled.path("state").asString()).isEqualTo("PROCESSING");
        assertThat(cancelled.has("cancelRequestedAt")).isTrue();
        assertThat(cancelled.path("links").propertyNames()).doesNotContain("cancel");
        assertThat(post(IMPORTS + "/" + id + "/cancel")).hasStatus(202);
        others.end(id, UNENROLLED, NOT_PROCESSED);
        assertThat(told(id).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(post(IMPORTS + "/" + id + "/cancel")).hasStatus(202);
    }

    @Test
    void cannotBeCancelledOnceItHasEnded() {
        UUID id = verifying(CsvFile.ofRows(1));
        others.end(id, READY);

        assertProblem(post(IMPORTS + "/" + id + "/cancel"), 409, "already-ended");
        assertThat(told(id).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        String unknown = IMPORTS + "/" + UUID.randomUUID();

        assertProblem(get(unknown), 404, "import-not-found");
        assertProblem(post(unknown + "/cancel"), 404, "import-not-found");
        assertProblem(get(IMPORTS + "/x"), 400, "parameter-invalid");
    }

    private JsonNode told(UUID id) {
        return json(get(IMPORTS + "/" + id));
    }
}
