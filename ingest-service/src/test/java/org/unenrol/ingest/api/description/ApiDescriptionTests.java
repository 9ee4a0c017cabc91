package org.unenrol.ingest.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.unenrol.audit.AuditKind;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.wording.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the description to the code; that it fits the answers, {@link EveryAnswerTests} says. */
class ApiDescriptionTests {

    /** Problems that any address can have, and no call by itself. */
    private static final Set<ProblemType> OF_NO_CALL =
            Set.of(
                    ProblemType.METHOD_NOT_ALLOWED,
                    ProblemType.EXPECTATION_FAILED,
                    ProblemType.REQUEST_TOO_SLOW);

    private final JsonNode document = document();

    @Test
    void hasEachCallThatThereIsAndNoOther() {
        assertThat(Operation.allOf(document).map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(Mappings.below("/api/v1"));
    }

    @Test
    void namesTheStatesModesAndOutcomesThatThereAre() {
        assertThat(values("ImportState")).isEqualTo(names(ImportState.values()));
        assertThat(values("Mode")).isEqualTo(names(Mode.values()));
        assertThat(values("AuditKind")).isEqualTo(names(AuditKind.values()));
        assertThat(values("OutcomeCode")).isEqualTo(names(OutcomeCode.values()));
    }

    @Test
    void hasAnExampleOfEachProblemUnderItsStatus() {
        Set<String> told = new TreeSet<>();
        Operation.allOf(document)
                .flatMap(Operation::problems)
                .forEach(
                        problem -> {
                            assertThat(problem.example().path("status").asString())
                                    .as(problem.slug())
                                    .isEqualTo(problem.status());
                            told.add(problem.slug());
                        });

        assertThat(told)
                .isEqualTo(
                        Arrays.stream(ProblemType.values())
                                .filter(type -> !OF_NO_CALL.contains(type))
                                .map(ProblemType::slug)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void hasATableOfAllProblemsThatIsInTheDocsToo() throws IOException {
        String described = document.at("/components/schemas/Problem/description").asString();
        String docs = Files.readString(Path.of("..", "docs", "api-problems.md"));

        for (ProblemType type : ProblemType.values()) {
            String row =
                    "| `%s` | %d | %s |"
                            .formatted(
                                    type.uri(),
                                    type.status().value(),
                                    type.detail(Messages.in("en")));
            assertThat(described).contains(row);
            assertThat(docs).contains(row);
        }
        assertThat(docs.lines().filter(line -> line.startsWith("| `urn:")))
                .hasSize(ProblemType.values().length);
    }

    @Test
    void hasAProblemForEachReasonForWhichAFileIsRefused() {
        assertThat(Arrays.stream(ProblemType.values()).map(Enum::name))
                .containsAll(
                        Arrays.stream(RefusedFileException.Reason.values())
                                .map(reason -> "FILE_" + reason.name())
                                .toList());
    }

    /** The rules of common linters, so that the description stays without a complaint. */
    @Test
    void describesAndNamesEachCall() {
        List<Operation> operations = Operation.allOf(document).toList();

        assertThat(operations)
                .allSatisfy(
                        one -> {
                            JsonNode call = one.node();
                            assertThat(call.path("operationId").asString())
                                    .matches("[a-z]+[A-Za-z]+");
                            assertThat(call.path("summary").asString()).isNotBlank();
                            assertThat(call.path("description").asString()).isNotBlank();
                            assertThat(call.path("tags")).hasSize(1);
                            assertThat(one.statuses()).contains("401", "403", "500");
                            assertThat(one.parameters())
                                    .allSatisfy(
                                            parameter ->
                                                    assertThat(
                                                                    parameter
                                                                            .path("description")
                                                                            .asString())
                                                            .isNotBlank());
                            assertThat(one.statuses()).anyMatch(status -> status.startsWith("2"));
                            assertThat(one.statuses()).anyMatch(status -> status.startsWith("4"));
                        });
        assertThat(operations)
                .extracting(one -> one.node().path("operationId"))
                .doesNotHaveDuplicates();
        for (String field : List.of("title", "version", "description", "license", "contact")) {
            assertThat(document.path("info").has(field)).as(field).isTrue();
        }
        assertThat(document.path("security")).hasSize(2);
    }

    @Test
    void answersBelowThePrefixOfAProxy() throws IOException {
        assertThat(ApiDescription.read().of("/unenrol").get("servers").toString())
                .contains("url=/unenrol/");
    }

    private List<String> values(String schema) {
        return StreamSupport.stream(
                        document.at("/components/schemas/" + schema + "/enum").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static JsonNode document() {
        try {
            return new JsonMapper().valueToTree(ApiDescription.read().of(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
