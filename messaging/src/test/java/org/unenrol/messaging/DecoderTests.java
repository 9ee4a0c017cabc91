package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;

class DecoderTests {

    private static final String ID = "6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11";
    private static final String ROW =
            """
            {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"spreadsheetRow":2,"line":2,"mode":"APPLY",\
            "submittedAt":"2026-11-23T22:28:00Z","submittedBy":"global.admin","sendEmail":"YES"}""";
    private static final String OUTCOME =
            """
            {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"line":2,\
            "code":"UNENROLLED"}""";

    private final Decoder<UnenrolRow> rows = Decoder.ofRows();
    private final Decoder<RowOutcome> outcomes = Decoder.ofOutcomes();

    @Test
    void readsWhatIsWhole() {
        assertThat(rows.read(received(ROW))).map(UnenrolRow::row).contains(1);
        assertThat(outcomes.read(received(OUTCOME))).map(RowOutcome::row).contains(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "true",
                "17",
                "\"row\"",
                "[]",
                "{}",
                "{\"importId\":null}",
                "\u0001\u0002",
                "[[[[[[",
                "{\"row\":1}"
            })
    void refusesWhatIsNoMessage(String body) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> rows.read(received(body)));
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> outcomes.read(received(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"row\":1/\"row\":0",
                "\"row\":1/\"row\":-1",
                "\"row\":1/\"row\":1.5",
                "\"row\":1/\"row\":null",
                "\"row\":1/\"row\":99999999999",
                "\"row\":1/\"row\":{}",
                "\"mode\":\"APPLY\",/",
                "\"mode\":\"APPLY\"/\"mode\":1",
                "\"submittedBy\":\"global.admin\",/",
                "\"submittedAt\":\"2026-11-23T22:28:00Z\",/",
                "\"submittedAt\":\"2026-11-23T22:28:00Z\"/\"submittedAt\":\"yesterday\"",
                "6d0f2a54/none",
                "\"YES\"}/\"YES\"}{}",
                "\"YES\"}/\"YES\""
            })
    void refusesARowWithAPartThatIsNone(String change) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> rows.read(received(changed(ROW, change))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"row\":1/\"row\":0",
                ",\"code\":\"UNENROLLED\"/",
                "\"code\":\"UNENROLLED\"/\"code\":0",
                "\"UNENROLLED\"/\"UNENROLLED\",\"details\":[7]",
                "\"UNENROLLED\"/\"UNENROLLED\",\"details\":[{\"near\":\"x\"}]",
                "\"UNENROLLED\"/\"UNENROLLED\",\"details\":{}"
            })
    void refusesAnOutcomeWithAPartThatIsNone(String change) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> outcomes.read(received(changed(OUTCOME, change))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"mode\":\"APPLY\"/\"mode\":\"TRANSFER\"",
                "\"YES\"/\"LATER\"",
                "\"row\":1/\"row\":1,\"faults\":[{\"kind\":\"FAULT\",\"fault\":\"NEWER\"}]"
            })
    void leavesARowToALaterVersionThatHasAWordOfIts(String change) {
        assertThat(rows.read(received(changed(ROW, change)))).isEmpty();
        assertThat(rows.readAll(List.of(received(changed(ROW, change)), received(ROW)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"UNENROLLED\"/\"TRANSFERRED\"",
                "\"UNENROLLED\"/\"UNENROLLED\",\"details\":[{\"kind\":\"NEWER\",\"by\":7}]",
                "\"UNENROLLED\"/\"UNENROLLED\",\"details\":[{\"kind\":\"COMPLETION_KEPT\",\"of\":\"EXAM\"}]"
            })
    void leavesAnOutcomeToALaterVersionThatHasAWordOfIts(String change) {
        assertThat(outcomes.read(received(changed(OUTCOME, change)))).isEmpty();
    }

    @Test
    void findsTheRowInTheHeaders() {
        assertThat(Decoder.subject(about(ID + "/17"))).contains(new RowId(UUID.fromString(ID), 17));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "17", ID, ID + "/", ID + "/x", "x/1", ID + "/0", ID + "/-1"})
    void findsNoRowInOtherHeaders(String subject) {
        assertThat(Decoder.subject(about(subject))).isEmpty();
    }

    @Test
    void findsNoRowWithoutHeaders() {
        assertThat(Decoder.subject(received(ROW))).isEmpty();
    }

    @Test
    void findsTheLongestCallInTheHeaders() {
        assertThat(Decoder.longestCall(List.of())).isZero();
        assertThat(Decoder.longestCall(List.of(received(OUTCOME)))).isZero();
        assertThat(Decoder.longestCall(List.of(called("250"), received(OUTCOME), called("1200"))))
                .isEqualTo(Duration.ofMillis(1_200));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "99999999999", "1.5"})
    void findsNoCallInAHeaderThatTellsNone(String millis) {
        assertThat(Decoder.longestCall(List.of(called(millis)))).isZero();
    }

    private static ConsumerRecord<String, byte[]> called(String millis) {
        ConsumerRecord<String, byte[]> record = received(OUTCOME);
        record.headers().add("ce_callmillis", millis == null ? null : bytes(millis));
        return record;
    }

    private static String changed(String body, String change) {
        int slash = change.indexOf('/');
        return body.replace(change.substring(0, slash), change.substring(slash + 1));
    }

    private static ConsumerRecord<String, byte[]> about(String subject) {
        ConsumerRecord<String, byte[]> record = received(ROW);
        record.headers().add("ce_subject", subject == null ? null : bytes(subject));
        return record;
    }

    private static ConsumerRecord<String, byte[]> received(String body) {
        return new ConsumerRecord<>("topic", 0, 0, "key", body == null ? null : bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
