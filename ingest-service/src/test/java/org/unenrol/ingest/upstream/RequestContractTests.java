package org.unenrol.ingest.upstream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.ledger.upstream.RequestRecord;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.ledger.upstream.SourceRules;
import org.unenrol.model.Mode;
import org.unenrol.model.Topics;
import org.unenrol.test.contract.DescribedMessage;
import org.unenrol.test.contract.MemberCoverage;
import org.unenrol.test.contract.MessageSchema;
import org.unenrol.test.contract.TopicContracts;
import tools.jackson.databind.JsonNode;

/** What is read from the topics of requests, held against their description. */
class RequestContractTests {

    private static final String TOPIC = Topics.requestsOf("hr");
    private static final RequestReader READER = new RequestReader(1_000_000);
    private static final SourceRules RULES =
            new SourceRules(
                    "hr.system",
                    Set.of(Mode.values()),
                    Mode.VERIFY_ONLY,
                    1_000,
                    1_000_000,
                    true,
                    "en");

    static Stream<DescribedMessage> described() {
        return requestsOf(TopicContracts.current());
    }

    static Stream<DescribedMessage> describedFirst() {
        return requestsOf(TopicContracts.firstVersion());
    }

    private static Stream<DescribedMessage> requestsOf(TopicContracts contracts) {
        return contracts.messagesOf(Topics.requestsOf("{source}")).stream();
    }

    @ParameterizedTest
    @MethodSource({"described", "describedFirst"})
    void readsEveryExampleInBothContentModes(DescribedMessage message) {
        assertThat(message.payload().examples())
                .isNotEmpty()
                .allSatisfy(
                        example -> {
                            String id = example.path("requestId").stringValue();
                            assertThat(read(message.type(), example).requestId()).isEqualTo(id);
                            assertThat(readStructured(message.type(), example).requestId())
                                    .isEqualTo(id);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"leavers.json", "has-left.json"})
    void readsTheFilesToTryItWith(String name) throws IOException {
        String event = Files.readString(Path.of("..", "docs", "examples", name));

        assertThat(read(event, Map.of()).requestId()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("described")
    void theExamplesShowEveryMember(DescribedMessage message) {
        MessageSchema schema = message.payload();

        assertThat(MemberCoverage.missing(schema, schema.examples())).isEmpty();
        assertThat(schema.examples())
                .allSatisfy(example -> assertThat(schema.faultsOfExact(example)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("described")
    void hasTheMembersOfTheRecordThatIsRead(DescribedMessage message) {
        JsonNode members = message.payload().json().path("properties");

        Set<String> known = new HashSet<>(Set.of("requestId"));
        Arrays.stream(classOf(message).getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(known::add);
        assertThat(members.propertyNames()).containsExactlyInAnyOrderElementsOf(known);
        if (members.has("rows") && members.path("rows").has("items")) {
            assertThat(members.at("/rows/items/properties").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(RequestRow.OWN);
        }
    }

    @Test
    void everyRecordThatThereIsHasAType() {
        assertThat(described().map(RequestContractTests::classOf).collect(toSet()))
                .isEqualTo(Set.of(RequestRecord.class.getPermittedSubclasses()));
    }

    /** Removes each member, and gives it values of all kinds: both say yes, or both no. */
    @ParameterizedTest
    @MethodSource("described")
    void refusesWhatTheSchemaRefusesAndNothingElse(DescribedMessage message) {
        assertThat(message.payload().examples().stream().flatMap(RequestMutations::of))
                .allSatisfy(
                        request ->
                                assertThat(isRead(message.type(), request))
                                        .isEqualTo(message.payload().faults(request).isEmpty()));
    }

    private static Class<?> classOf(DescribedMessage message) {
        return read(message.type(), message.payload().examples().get(0)).record().getClass();
    }

    private static boolean isRead(String type, JsonNode request) {
        try {
            read(type, request);
            return true;
        } catch (RefusedRecordException e) {
            return false;
        }
    }

    private static ReceivedRequest read(String type, JsonNode data) {
        return read(data.toString(), Map.of("ce_specversion", "1.0", "ce_type", type));
    }

    private static ReceivedRequest readStructured(String type, JsonNode data) {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/hr\",\"type\":\"%s\",\"data\":%s}"
                        .formatted(type, data);
        return read(event, Map.of("content-type", "application/cloudevents+json"));
    }

    private static ReceivedRequest read(String value, Map<String, String> headers) {
        ConsumerRecord<String, byte[]> received =
                new ConsumerRecord<>(TOPIC, 0, 0, "key", value.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, text) ->
                        received.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return READER.read(received, RULES);
    }
}
