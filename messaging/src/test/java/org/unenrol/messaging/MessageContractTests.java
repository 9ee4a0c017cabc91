package org.unenrol.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.model.CloudEvent;
import org.unenrol.model.Detail;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.model.upstream.RequestReply;
import org.unenrol.test.contract.DescribedMessage;
import org.unenrol.test.contract.MemberCoverage;
import org.unenrol.test.contract.MessageSchema;
import org.unenrol.test.contract.TopicContracts;
import tools.jackson.databind.JsonNode;

/** What the product publishes, held against the description of the topics. */
class MessageContractTests {

    private static final TopicContracts NOW = TopicContracts.current();

    private static final Map<String, Class<?>> CLASSES =
            Map.of(
                    "import-event.json", ImportEvent.class,
                    "accepted.json", RequestReply.Accepted.class,
                    "refused.json", RequestReply.Refused.class,
                    "row-settled.json", RequestReply.RowSettled.class,
                    "ended.json", RequestReply.Ended.class,
                    "unenrol-row.json", UnenrolRow.class,
                    "row-outcome.json", RowOutcome.class);

    static Stream<MessageSchema> sentNow() {
        return sentOf(NOW);
    }

    static Stream<MessageSchema> sentInTheFirstVersion() {
        return sentOf(TopicContracts.firstVersion());
    }

    private static Stream<MessageSchema> sentOf(TopicContracts contracts) {
        return contracts.messages().stream()
                .filter(DescribedMessage::sent)
                .map(DescribedMessage::payload);
    }

    @Test
    void isPublishedAsItIsDescribed() {
        assertThat(MessageSamples.all())
                .allSatisfy(
                        message -> {
                            DescribedMessage described = described(message);
                            assertThat(described.payload().faultsOfExact(json(message))).isEmpty();
                            assertThat(described.headers().faults(headers(message))).isEmpty();
                        });
    }

    @Test
    void everyTypeIsPublishedOnItsTopic() {
        Set<String> published =
                MessageSamples.all()
                        .map(message -> described(message))
                        .map(message -> message.address() + " " + message.type())
                        .collect(toCollection(TreeSet::new));

        assertThat(published)
                .isEqualTo(
                        NOW.messages().stream()
                                .filter(DescribedMessage::sent)
                                .map(message -> message.address() + " " + message.type())
                                .collect(toCollection(TreeSet::new)));
    }

    @Test
    void everyMemberIsPublished() {
        Map<DescribedMessage, List<JsonNode>> published =
                MessageSamples.all()
                        .collect(
                                groupingBy(
                                        MessageContractTests::described,
                                        mapping(MessageContractTests::json, toList())));

        assertThat(published)
                .allSatisfy(
                        (described, messages) ->
                                assertThat(MemberCoverage.missing(described.payload(), messages))
                                        .isEmpty());
    }

    @Test
    void theSamplesHaveEveryClass() {
        assertThat(
                        MessageSamples.details().stream()
                                .<Class<?>>map(Object::getClass)
                                .collect(toSet()))
                .isEqualTo(Set.of(Detail.class.getPermittedSubclasses()));
        assertThat(
                        MessageSamples.all()
                                .<Class<?>>map(message -> message.body().getClass())
                                .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(CLASSES.values())
                .containsAll(List.of(RequestReply.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("sentNow")
    void theExamplesShowEveryMember(MessageSchema schema) {
        assertThat(MemberCoverage.missing(schema, schema.examples())).isEmpty();
        assertThat(schema.examples())
                .allSatisfy(example -> assertThat(schema.faultsOfExact(example)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource({"sentNow", "sentInTheFirstVersion"})
    void theExamplesAreReadWithoutALoss(MessageSchema schema) {
        assertThat(schema.examples())
                .isNotEmpty()
                .allSatisfy(
                        example -> {
                            Object read =
                                    MessageJson.MAPPER.treeToValue(
                                            example, CLASSES.get(schema.name()));
                            assertThat(json(read)).isEqualTo(json(example));
                        });
    }

    private static DescribedMessage described(Message message) {
        return NOW.message(message.topic(), message.event().type());
    }

    private static JsonNode headers(Message message) {
        CloudEvent event = message.event();
        return MessageJson.MAPPER.valueToTree(event.headers());
    }

    private static JsonNode json(Message message) {
        return json(message.body());
    }

    /** As it is read from the bytes. */
    private static JsonNode json(Object body) {
        return MessageJson.MAPPER.readTree(MessageJson.MAPPER.writeValueAsBytes(body));
    }
}
