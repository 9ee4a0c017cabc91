package org.unenrol.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import tools.jackson.core.type.TypeReference;

/**
 * The messages as they have been written since the first version. A record may outlive the version
 * that wrote it, and while workers are replaced one by one, both versions read both.
 */
class MessageFormatTests {

    private static final UUID IMPORT = UUID.fromString("6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11");
    private static final Instant SUBMITTED = Instant.parse("2026-11-23T22:28:00.123456Z");

    private static final List<Detail> EVERY_OTHER_DETAIL =
            List.of(
                    RowFault.of(RowFault.Kind.USERNAME_TOO_LONG, 255),
                    RowFault.of(RowFault.Kind.ROW_EMPTY),
                    new Detail.UnknownUsername(
                            "amelia",
                            List.of(
                                    new CellHint(CellHint.Kind.CHARACTER_UNSEEN, 0x200b),
                                    CellHint.of(CellHint.Kind.EMAIL_ADDRESS))),
                    new Detail.UnknownReference(null, List.of()),
                    new Detail.NotPermitted(),
                    new Detail.DuplicateOf(7),
                    new Detail.CompletionKept(Detail.CompletionKept.Of.SESSION),
                    new Detail.HeldBy("cohort"),
                    new Detail.Refused("locked"));

    /**
     * Messages, each with the JSON that the first version writes. Never to be changed, only added
     * to.
     */
    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        new UnenrolRow(
                                IMPORT,
                                1,
                                2,
                                2,
                                Mode.APPLY,
                                SUBMITTED,
                                "global.admin",
                                "amelia.hughes",
                                "FIRE-SAFETY-2026",
                                EmailChoice.YES,
                                List.of(),
                                null,
                                null,
                                null,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"spreadsheetRow":2,\
                        "line":2,"mode":"APPLY","submittedAt":"2026-11-23T22:28:00.123456Z",\
                        "submittedBy":"global.admin","username":"amelia.hughes",\
                        "activityReference":"FIRE-SAFETY-2026","sendEmail":"YES"}"""),
                Arguments.of(
                        new UnenrolRow(
                                IMPORT,
                                3,
                                4,
                                5,
                                Mode.VERIFY_ONLY,
                                SUBMITTED,
                                "global.admin",
                                null,
                                null,
                                null,
                                List.of(RowFault.of(RowFault.Kind.TOO_FEW_CELLS, 1)),
                                1,
                                null,
                                null,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":3,"spreadsheetRow":4,\
                        "line":5,"mode":"VERIFY_ONLY","submittedAt":"2026-11-23T22:28:00.123456Z",\
                        "submittedBy":"global.admin",\
                        "faults":[{"kind":"FAULT","fault":"TOO_FEW_CELLS","number":1}],"duplicateOf":1}"""),
                Arguments.of(
                        new RowOutcome(
                                IMPORT,
                                1,
                                2,
                                OutcomeCode.UNENROLLED,
                                List.of(),
                                new RowOutcome.LearnerNotice(
                                        "amelia@example.org",
                                        "Amelia Hughes",
                                        null,
                                        "Fire safety",
                                        RowOutcome.Place.LEFT),
                                null,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"line":2,\
                        "code":"UNENROLLED",\
                        "notice":{"email":"amelia@example.org","name":"Amelia Hughes",\
                        "activityTitle":"Fire safety","place":"LEFT"}}"""),
                Arguments.of(
                        new RowOutcome(
                                IMPORT,
                                1,
                                2,
                                OutcomeCode.NOT_ENROLLED,
                                List.of(new Detail.EnrolledSince()),
                                new RowOutcome.LearnerNotice(
                                        "amelia@example.org",
                                        "Amelia Hughes",
                                        "de",
                                        "Fire safety",
                                        RowOutcome.Place.KEPT),
                                null,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"line":2,\
                        "code":"NOT_ENROLLED","details":[{"kind":"ENROLLED_SINCE"}],\
                        "notice":{"email":"amelia@example.org","name":"Amelia Hughes",\
                        "language":"de","activityTitle":"Fire safety","place":"KEPT"}}"""),
                Arguments.of(
                        new RowOutcome(
                                IMPORT,
                                1,
                                0,
                                OutcomeCode.INVALID_ROW,
                                EVERY_OTHER_DETAIL,
                                null,
                                null,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"line":0,\
                        "code":"INVALID_ROW","details":[\
                        {"kind":"FAULT","fault":"USERNAME_TOO_LONG","number":255},\
                        {"kind":"FAULT","fault":"ROW_EMPTY"},\
                        {"kind":"UNKNOWN_USERNAME","near":"amelia",\
                        "hints":[{"kind":"CHARACTER_UNSEEN","character":8203},{"kind":"EMAIL_ADDRESS"}]},\
                        {"kind":"UNKNOWN_REFERENCE"},\
                        {"kind":"NOT_PERMITTED"},\
                        {"kind":"DUPLICATE_OF","spreadsheetRow":7},\
                        {"kind":"COMPLETION_KEPT","of":"SESSION"},\
                        {"kind":"HELD_BY","method":"cohort"},\
                        {"kind":"REFUSED","reason":"locked"}]}"""),
                Arguments.of(
                        new UnenrolRow(
                                IMPORT,
                                1,
                                2,
                                2,
                                Mode.APPLY,
                                SUBMITTED,
                                "global.admin",
                                "amelia.hughes",
                                "FIRE-SAFETY-2026",
                                EmailChoice.NO,
                                List.of(),
                                null,
                                new Meaning("17", "42"),
                                SUBMITTED,
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"spreadsheetRow":2,\
                        "line":2,"mode":"APPLY","submittedAt":"2026-11-23T22:28:00.123456Z",\
                        "submittedBy":"global.admin","username":"amelia.hughes",\
                        "activityReference":"FIRE-SAFETY-2026","sendEmail":"NO",\
                        "verifiedAs":{"learner":"17","activity":"42"},\
                        "validUntil":"2026-11-23T22:28:00.123456Z"}"""),
                Arguments.of(
                        new RowOutcome(
                                IMPORT,
                                1,
                                2,
                                OutcomeCode.READY,
                                List.of(),
                                null,
                                new Meaning("17", null),
                                null),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","row":1,"line":2,\
                        "code":"READY","meaning":{"learner":"17"}}"""),
                Arguments.of(
                        new ImportEvent(
                                IMPORT,
                                ImportEvent.Type.COMPLETED,
                                SUBMITTED,
                                Mode.APPLY,
                                7,
                                Map.of(OutcomeCode.UNENROLLED, 7)),
                        """
                        {"importId":"6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11","type":"COMPLETED",\
                        "occurredAt":"2026-11-23T22:28:00.123456Z","mode":"APPLY","rows":7,\
                        "outcomes":{"UNENROLLED":7}}"""));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areStillReadAsTheFirstVersionWroteThem(Object body, String written) {
        assertThat(read(body.getClass(), written)).isEqualTo(body);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areWrittenSoThatTheFirstVersionReadsThem(Object body, String written) {
        assertHasAllOf(asMap(MessageJson.MAPPER.writeValueAsString(body)), asMap(written));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areReadWithWhatALaterVersionHasAdded(Object body, String written) {
        String inside = written.replace("\"}", "\",\"since\":2}");
        String later = inside.substring(0, inside.length() - 1) + ",\"until\":{\"version\":3}}";

        assertThat(read(body.getClass(), later)).isEqualTo(body);
    }

    /** Ignores properties that the first version does not know. */
    private static void assertHasAllOf(Object actual, Object expected) {
        if (expected instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> assertHasAllOf(((Map<?, ?>) actual).get(name), value));
        } else if (expected instanceof List<?> all) {
            assertThat((List<?>) actual).hasSameSizeAs(all);
            for (int i = 0; i < all.size(); i++) {
                assertHasAllOf(((List<?>) actual).get(i), all.get(i));
            }
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private Object read(Class<?> type, String body) {
        var received =
                new ConsumerRecord<>("topic", 0, 0, "key", body.getBytes(StandardCharsets.UTF_8));
        if (type == ImportEvent.class) {
            return MessageJson.MAPPER.readValue(body, type);
        }
        Decoder<?> decoder = type == UnenrolRow.class ? Decoder.ofRows() : Decoder.ofOutcomes();
        return decoder.read(received).orElseThrow();
    }

    private Map<String, Object> asMap(String written) {
        return MessageJson.MAPPER.readValue(written, new TypeReference<>() {});
    }
}
