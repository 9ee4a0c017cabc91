package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.model.CloudEvent;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.Topics;
import org.unenrol.test.kafka.TestRecordKey;

class RecordSignaturesTests {

    private static final String OTHER = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final RowId ROW = new RowId(UUID.randomUUID(), 7);

    private final RecordSignatures signatures = with("test", TestRecordKey.secret());

    @Test
    void believesWhatItHasSigned() {
        assertThat(signatures.forgery(received(signed()))).isEmpty();
    }

    /** By another implementation of what the document says. */
    @Test
    void believesWhatIsSignedAsTheDocumentSays() {
        ProducerRecord<String, byte[]> produced = outcome();
        TestRecordKey.sign(produced);

        assertThat(signatures.forgery(received(produced))).isEmpty();
        assertThat(header(produced)).isEqualTo(header(signed()));
    }

    @Test
    void believesARecordWithoutKeyOrBodyOnlyAsItIs() {
        ProducerRecord<String, byte[]> empty = new ProducerRecord<>(Topics.ROWS, null, null);
        signatures.sign(empty);

        assertThat(signatures.forgery(received(empty))).isEmpty();
        assertThat(signatures.forgery(moved(empty, Topics.ROWS, "", null)))
                .contains(Forgery.WRONG_SIGNATURE);
        assertThat(signatures.forgery(moved(empty, Topics.ROWS, null, new byte[0])))
                .contains(Forgery.WRONG_SIGNATURE);
    }

    @Test
    void doesNotBelieveWhatNobodyHasSigned() {
        assertThat(signatures.forgery(received(outcome()))).contains(Forgery.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1,test", "v2,test,AAAA", "v1,test,AAAA,more"})
    void doesNotBelieveWhatIsNoSignature(String header) {
        assertThat(signatures.forgery(received(withSignature(header)))).contains(Forgery.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1,test,", "v1,test,AAAA", "v1,test,no base64!"})
    void doesNotBelieveAnotherSignature(String header) {
        assertThat(signatures.forgery(received(withSignature(header))))
                .contains(Forgery.WRONG_SIGNATURE);
    }

    @Test
    void doesNotBelieveAnotherKeyOrAnotherSecretOfItsName() {
        assertThat(with("other", OTHER).forgery(received(signed()))).contains(Forgery.UNKNOWN_KEY);
        assertThat(with("test", OTHER).forgery(received(signed())))
                .contains(Forgery.WRONG_SIGNATURE);
    }

    @Test
    void doesNotBelieveARecordThatWasMovedOrChanged() {
        ProducerRecord<String, byte[]> signed = signed();

        assertThat(
                        Stream.of(
                                moved(signed, Topics.ROWS, signed.key(), signed.value()),
                                moved(signed, signed.topic(), "another key", signed.value()),
                                moved(signed, signed.topic(), null, signed.value()),
                                moved(signed, signed.topic(), signed.key(), new byte[] {1}),
                                moved(signed, signed.topic(), signed.key(), null)))
                .allSatisfy(
                        one ->
                                assertThat(signatures.forgery(one))
                                        .contains(Forgery.WRONG_SIGNATURE));
    }

    @Test
    void doesNotBelieveAnotherHeaderThatTellsSomething() {
        assertThat(CloudEvent.NAMES)
                .allSatisfy(
                        name -> {
                            ProducerRecord<String, byte[]> changed = signed();
                            changed.headers().add(name, bytes("another"));
                            assertThat(signatures.forgery(received(changed)))
                                    .contains(Forgery.WRONG_SIGNATURE);
                            changed.headers().remove(name);
                            assertThat(signatures.forgery(received(changed)))
                                    .contains(Forgery.WRONG_SIGNATURE);
                        });
    }

    @Test
    void signsEveryHeaderOfItsMessages() {
        assertThat(
                        Stream.concat(MessageSamples.all(), Stream.of(outcomeMessage()))
                                .filter(message -> Topics.isInternal(message.topic()))
                                .flatMap(message -> message.event().headers().keySet().stream())
                                .collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(CloudEvent.NAMES));
    }

    @Test
    void takesNothingFromOnePartToItsNeighbour() {
        ProducerRecord<String, byte[]> signed = outcome();
        signed.headers().remove("ce_id").add("ce_id", bytes("ab"));
        signed.headers().remove("ce_type").add("ce_type", bytes("c"));
        signatures.sign(signed);
        signed.headers().remove("ce_id").add("ce_id", bytes("a"));
        signed.headers().remove("ce_type").add("ce_type", bytes("bc"));

        assertThat(signatures.forgery(received(signed))).contains(Forgery.WRONG_SIGNATURE);
    }

    @Test
    void doesNotLookAtTopicsThatOthersWriteTo() {
        for (String topic :
                List.of(
                        Topics.requestsOf("hr"),
                        Topics.IMPORT_EVENTS,
                        Topics.deadLettersOf(Topics.ROWS))) {
            ProducerRecord<String, byte[]> produced = new ProducerRecord<>(topic, "key", null);
            signatures.sign(produced);

            assertThat(produced.headers()).isEmpty();
            assertThat(signatures.forgery(received(produced))).isEmpty();
        }
    }

    /** Accepted by all, then signed with, then the old one removed. */
    @Test
    void changesKeysWithoutARecordThatIsNotBelieved() {
        Map<String, String> both = Map.of("old", OTHER, "new", TestRecordKey.secret());
        List<RecordSignatures> steps =
                List.of(
                        with("old", OTHER),
                        of(both, "old"),
                        of(both, "new"),
                        with("new", TestRecordKey.secret()));

        for (int step = 1; step < steps.size(); step++) {
            assertThat(believes(steps.get(step - 1), steps.get(step))).isTrue();
            assertThat(believes(steps.get(step), steps.get(step - 1))).isTrue();
        }
        assertThat(believes(steps.get(0), steps.get(2))).isFalse();
    }

    private static boolean believes(RecordSignatures reader, RecordSignatures writer) {
        ProducerRecord<String, byte[]> produced = outcome();
        writer.sign(produced);
        return reader.forgery(received(produced)).equals(Optional.empty());
    }

    private static RecordSignatures with(String name, String secret) {
        return RecordSignatures.with(name, secret);
    }

    private static RecordSignatures of(Map<String, String> keys, String signing) {
        return new RecordSignatures(new RecordKeys(new RecordSettings(keys, signing)));
    }

    private ProducerRecord<String, byte[]> signed() {
        ProducerRecord<String, byte[]> produced = outcome();
        signatures.sign(produced);
        return produced;
    }

    private static ProducerRecord<String, byte[]> withSignature(String header) {
        ProducerRecord<String, byte[]> produced = outcome();
        produced.headers().add(RecordSignatures.HEADER, bytes(header));
        return produced;
    }

    private static Message outcomeMessage() {
        return Message.of(RowOutcome.of(ROW, 8, OutcomeCode.UNENROLLED), 250);
    }

    private static ProducerRecord<String, byte[]> outcome() {
        Message message = outcomeMessage();
        ProducerRecord<String, byte[]> produced =
                new ProducerRecord<>(
                        message.topic(),
                        message.key(),
                        MessageJson.MAPPER.writeValueAsBytes(message.body()));
        message.event()
                .headers()
                .forEach((name, value) -> produced.headers().add(name, bytes(value)));
        return produced;
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> produced) {
        return moved(produced, produced.topic(), produced.key(), produced.value());
    }

    private static ConsumerRecord<String, byte[]> moved(
            ProducerRecord<String, byte[]> produced,
            String topic,
            @Nullable String key,
            byte @Nullable [] body) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                Instant.EPOCH.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                body,
                produced.headers(),
                Optional.empty());
    }

    private static String header(ProducerRecord<String, byte[]> produced) {
        return new String(
                produced.headers().lastHeader(RecordSignatures.HEADER).value(),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
