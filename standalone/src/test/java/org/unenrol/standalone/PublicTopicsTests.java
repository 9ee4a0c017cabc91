package org.unenrol.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.unenrol.standalone.Stranger.Told;
import org.unenrol.test.contract.DescribedMessage;
import org.unenrol.test.contract.TopicContracts;
import org.unenrol.test.kafka.TestTopics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others read and write, by the documents alone, and held against them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicTopicsTests {

    private static final TestSystem SYSTEM = TestSystem.running();
    private static final TopicContracts CONTRACTS = TopicContracts.current();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String IMPORT = "org.unenrol.import.";
    private static final Set<String> ADDRESSES =
            Set.of(
                    "unenrolment.import-events",
                    "unenrolment.requests.{source}",
                    "unenrolment.replies.{source}");

    /** More than are published ahead of the workers. */
    private static final int MANY = 8_000;

    private Stranger stranger;
    private Learners.Cohort cohort;

    @BeforeAll
    void begin() {
        stranger = new Stranger(SYSTEM.addresses().bootstrapServers());
        cohort = SYSTEM.learners().enrolled(4);
    }

    @AfterAll
    void end() {
        stranger.close();
    }

    /** Everything that there is to say is said once, and what is said is described. */
    @Test
    void areAsTheyAreDescribed() throws Exception {
        asksForRowsAtOnce();
        asksForRowsInParts();
        tellsOfALearnerWhoHasLeft();
        isRefusedWhatCannotBe();
        cancelsWhatIsUnderWay();
        isToldOfAFailure();

        Set<DescribedMessage> met = new HashSet<>();
        for (String topic :
                List.of(
                        "unenrolment.import-events",
                        "unenrolment.requests.hr",
                        "unenrolment.replies.hr")) {
            new TestTopics(SYSTEM.addresses().bootstrapServers())
                    .records(topic)
                    .forEach(record -> met.add(described(record)));
        }
        assertThat(names(met)).isEqualTo(names(publicMessages()));
    }

    private void asksForRowsAtOnce() throws Exception {
        stranger.ask(
                "public-1",
                IMPORT + "requested",
                """
                {"requestId": "public-1", "mode": "APPLY", "rows": [%s, %s]}"""
                        .formatted(row(1), row("public.nobody")));

        List<Told> answers = stranger.answersTo("public-1");
        List<Told> facts = stranger.factsOf(stranger.importOf("public-1"));

        assertThat(answers)
                .extracting(one -> one.type() + " " + one.data().path("code").asString(""))
                .containsExactly(
                        IMPORT + "accepted ",
                        "org.unenrol.row.settled UNENROLLED",
                        "org.unenrol.row.settled USERNAME_NOT_RECOGNISED",
                        IMPORT + "completed ");
        assertThat(facts)
                .extracting(Told::type)
                .containsExactly(IMPORT + "accepted", IMPORT + "completed");
        assertThat(facts.get(1).data().path("outcomes"))
                .isEqualTo(answers.get(3).data().path("outcomes"));
    }

    private void asksForRowsInParts() throws Exception {
        String id = "public-2";
        stranger.ask(id, IMPORT + "closed", member(id, "\"parts\": 2, \"rows\": 2"));
        stranger.ask(id, IMPORT + "rows", member(id, "\"part\": 2, \"rows\": [" + row(3) + "]"));
        stranger.ask(id, IMPORT + "rows", member(id, "\"part\": 1, \"rows\": [" + row(2) + "]"));
        stranger.ask(id, IMPORT + "opened", member(id, "\"mode\": \"VERIFY_ONLY\""));

        assertThat(stranger.answersTo(id))
                .filteredOn(one -> one.type().endsWith("settled"))
                .extracting(one -> one.data().path("username").asString())
                .containsExactly(cohort.username(2), cohort.username(3));
        JsonNode told = SYSTEM.api().importOf(stranger.importOf(id));
        assertThat(stranger.factsOf(stranger.importOf(id)).get(0).data().path("mode"))
                .isEqualTo(told.path("mode"));
    }

    private void tellsOfALearnerWhoHasLeft() throws Exception {
        String id = "public-3";
        stranger.ask(
                id,
                "org.unenrol.learner.left",
                member(id, "\"username\": \"%s\"".formatted(cohort.username(4))));

        assertThat(stranger.answersTo(id)).hasSize(3);
    }

    private void isRefusedWhatCannotBe() throws Exception {
        String id = "public-4";
        stranger.ask(id, "org.unenrol.learner.left", member(id, "\"username\": \"public.nobody\""));

        assertThat(stranger.answersTo(id))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.data().path("reason").asString())
                                        .isEqualTo("USERNAME_NOT_RECOGNISED"));
    }

    private void cancelsWhatIsUnderWay() throws Exception {
        String id = "public-5";
        String rows =
                IntStream.range(0, MANY / 2)
                        .mapToObj(i -> row("public." + i))
                        .collect(Collectors.joining(","));
        SYSTEM.holdWorker();
        try {
            stranger.ask(id, IMPORT + "opened", member(id, "\"mode\": \"APPLY\""));
            for (int part = 1; part <= 2; part++) {
                String data = "\"part\": %d, \"rows\": [%s]".formatted(part, rows);
                stranger.ask(id, IMPORT + "rows", member(id, data));
            }
            stranger.ask(id, IMPORT + "closed", member(id, "\"parts\": 2, \"rows\": " + MANY));
            stranger.importOf(id);
            stranger.ask(id, IMPORT + "cancel-requested", "{\"requestId\": \"" + id + "\"}");
        } finally {
            SYSTEM.releaseWorker();
        }

        List<Told> answers = stranger.answersTo(id);
        assertThat(answers).hasSize(MANY + 2);
        assertThat(answers.get(MANY + 1).type()).isEqualTo(IMPORT + "cancelled");
        assertThat(stranger.factsOf(stranger.importOf(id)))
                .extracting(Told::type)
                .containsExactly(IMPORT + "accepted", IMPORT + "cancelled");
    }

    private void isToldOfAFailure() throws Exception {
        String id = "public-6";
        SYSTEM.holdWorker();
        try {
            stranger.ask(
                    id,
                    IMPORT + "requested",
                    member(id, "\"mode\": \"VERIFY_ONLY\", \"rows\": [" + row(1) + "]"));
            SYSTEM.jdbc()
                    .sql(
                            """
                            delete from imports.stored_chunk
                            where file_id = (select upload_file from imports.import where id = ?::uuid)
                            """)
                    .param(stranger.importOf(id))
                    .update();
        } finally {
            SYSTEM.releaseWorker();
        }

        assertThat(stranger.answersTo(id))
                .extracting(Told::type)
                .containsExactly(IMPORT + "accepted", IMPORT + "failed");
        assertThat(stranger.factsOf(stranger.importOf(id)))
                .extracting(Told::type)
                .containsExactly(IMPORT + "accepted", IMPORT + "failed");
    }

    private String row(int number) {
        return row(cohort.username(number));
    }

    private String row(String username) {
        return """
        {"username": "%s", "activityReference": "%s", "sendEmail": false, "staffNumber": 7}"""
                .formatted(username, cohort.reference());
    }

    private static String member(String requestId, String others) {
        return "{\"requestId\": \"%s\", %s}".formatted(requestId, others);
    }

    private static List<DescribedMessage> publicMessages() {
        return CONTRACTS.messages().stream()
                .filter(one -> ADDRESSES.contains(one.address()))
                .toList();
    }

    private static Set<String> names(Iterable<DescribedMessage> messages) {
        Set<String> names = new TreeSet<>();
        messages.forEach(one -> names.add(one.toString()));
        return names;
    }

    /** Finds the description of a record, and holds the record against it. */
    private static DescribedMessage described(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
        JsonNode value = JSON.readTree(record.value());
        boolean structured = !headers.containsKey("ce_type");
        String type = structured ? value.path("type").stringValue() : headers.get("ce_type");
        DescribedMessage message = CONTRACTS.message(record.topic(), type);
        JsonNode data = structured ? value.path("data") : value;
        assertThat(message.payload().faults(data)).as("%s", data).isEmpty();
        if (message.sent()) {
            assertThat(message.payload().faultsOfExact(data)).as("%s", data).isEmpty();
        }
        if (!structured) {
            assertThat(message.headers().faults(JSON.valueToTree(headers))).isEmpty();
        }
        return message;
    }

    @Test
    void areReadByNothingOfTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("org.unenrol..")
                                .and(HasName.Predicates.nameMatching(".*Stranger.*").negate()))
                .check(new ClassFileImporter().importClasses(Stranger.class, Told.class));
    }
}
