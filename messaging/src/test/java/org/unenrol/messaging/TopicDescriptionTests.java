package org.unenrol.messaging;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.model.upstream.RequestFault;
import org.unenrol.model.upstream.RequestReply;
import org.unenrol.test.contract.DescribedMessage;
import org.unenrol.test.contract.MessageSchema;
import org.unenrol.test.contract.TopicContracts;

/** The description of the topics itself, and against its first version. */
class TopicDescriptionTests {

    private static final TopicContracts NOW = TopicContracts.current();
    private static final String V1 = "schemas/v1/";
    private static final String SHARED = V1 + "shared.json#/$defs/";

    private static final Map<String, Class<? extends Enum<?>>> ENUMS =
            Map.ofEntries(
                    entry(SHARED + "mode", Mode.class),
                    entry(SHARED + "outcomeCode", OutcomeCode.class),
                    entry(SHARED + "rowFault/properties/fault", RowFault.Kind.class),
                    entry(SHARED + "completionKept/properties/of", Detail.CompletionKept.Of.class),
                    entry(SHARED + "cellHint/properties/kind", CellHint.Kind.class),
                    entry(SHARED + "requestFault/properties/kind", RequestFault.Kind.class),
                    entry(V1 + "refused.json#/properties/reason", RefusalReason.class),
                    entry(V1 + "ended.json#/properties/end", RequestReply.End.class),
                    entry(V1 + "import-event.json#/properties/type", ImportEvent.Type.class),
                    entry(V1 + "unenrol-row.json#/properties/sendEmail", EmailChoice.class),
                    entry(
                            V1 + "row-outcome.json#/properties/notice/properties/place",
                            RowOutcome.Place.class));

    static Stream<DescribedMessage> firstMessages() {
        return TopicContracts.firstVersion().messages().stream();
    }

    @Test
    void isOfTheVersionOfAsyncApiThatItSays() {
        assertThat(NOW.document().path("asyncapi").stringValue()).isEqualTo("3.0.0");
    }

    @Test
    void refersToEverySchema() {
        assertThat(NOW.unused()).isEmpty();
    }

    @Test
    void hasTheTopicsThatThereAre() {
        assertThat(NOW.messages())
                .extracting(DescribedMessage::address)
                .containsOnly(
                        Topics.IMPORT_EVENTS,
                        Topics.requestsOf("{source}"),
                        Topics.repliesTo("{source}"),
                        Topics.ROWS,
                        Topics.OUTCOMES);
        assertThat(NOW.actions(Topics.requestsOf("{source}"))).containsOnly("receive");
        assertThat(NOW.actions(Topics.repliesTo("{source}"))).containsOnly("send");
        assertThat(NOW.actions(Topics.IMPORT_EVENTS)).containsOnly("send");
    }

    @Test
    void hasTheValuesOfEveryEnumeration() {
        Map<String, List<String>> known = new TreeMap<>();
        ENUMS.forEach(
                (place, type) ->
                        known.put(
                                place,
                                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
        known.put(
                V1 + "learner-left.json#/properties/sendEmail",
                List.of("Yes", "No", "true", "false"));
        known.put(V1 + "shared.json#/$defs/requestMode", List.of("VERIFY_ONLY", "APPLY"));

        assertThat(NOW.enumerations()).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("firstMessages")
    void breaksNobodyWhoKnowsTheFirstVersion(DescribedMessage first) {
        DescribedMessage now = NOW.message(first.address().replace("{source}", "hr"), first.type());

        assertThat(breaks(first, first.headers(), now.headers())).isEmpty();
        assertThat(breaks(first, first.payload(), now.payload())).isEmpty();
        assertThat(NOW.actions(first.address()))
                .isEqualTo(TopicContracts.firstVersion().actions(first.address()));
    }

    @ParameterizedTest
    @EnumSource
    void isToldInSentencesWithEveryReason(RefusalReason reason) throws IOException {
        assertThat(Files.readString(Path.of("../docs/messages.md")))
                .contains("| `" + reason + "` |");
    }

    @Test
    void isToldInSentencesWithAnExampleOfEveryMessage() throws IOException {
        List<DocumentedMessages.One> examples = DocumentedMessages.read();

        assertThat(examples)
                .allSatisfy(
                        one ->
                                assertThat(
                                                NOW.message(one.topic(), one.type())
                                                        .payload()
                                                        .faultsOfExact(
                                                                MessageJson.MAPPER.readTree(
                                                                        one.json())))
                                        .isEmpty());
        assertThat(examples.stream().map(one -> NOW.message(one.topic(), one.type())))
                .containsAll(NOW.messages());
    }

    private static List<String> breaks(
            DescribedMessage message, MessageSchema before, MessageSchema after) {
        Set<String> actions = TopicContracts.firstVersion().actions(message.address());
        return Stream.of(Direction.values())
                .filter(one -> actions.contains(one == Direction.SENT ? "send" : "receive"))
                .flatMap(one -> SchemaComparison.breaks(before.json(), after.json(), one).stream())
                .toList();
    }
}
