package org.unenrol.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.model.CellHint;
import org.unenrol.model.Detail;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.ImportEvent;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowFault;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;
import org.unenrol.model.UnenrolRow;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.model.upstream.RequestFault;
import org.unenrol.model.upstream.RequestReply;

/** Messages with everything that they can say, and with as little as they can say. */
final class MessageSamples {

    private static final UUID IMPORT = UUID.fromString("6d0f2a54-3f0e-4f0b-9a55-0c8f6a3d1b11");
    private static final Instant TIME = Instant.parse("2026-11-23T22:28:00.123456Z");
    private static final String REQUEST = "leavers 2026";

    private MessageSamples() {}

    static Stream<Message> all() {
        return Stream.of(events(), accepted(), refused(), settled(), ended(), rows(), outcomes())
                .flatMap(messages -> messages);
    }

    /** Each kind of detail, once with all that it can say and once with nothing. */
    static List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        for (RowFault.Kind kind : RowFault.Kind.values()) {
            details.add(RowFault.of(kind));
            details.add(RowFault.of(kind, 255));
        }
        for (Detail.CompletionKept.Of of : Detail.CompletionKept.Of.values()) {
            details.add(new Detail.CompletionKept(of));
        }
        details.addAll(
                List.of(
                        new Detail.UnknownUsername("amelia", hints()),
                        new Detail.UnknownUsername(null, List.of()),
                        new Detail.UnknownReference("FIRE", hints()),
                        new Detail.UnknownReference(null, List.of()),
                        new Detail.NotPermitted(),
                        new Detail.DuplicateOf(7),
                        new Detail.EnrolledSince(),
                        new Detail.AlreadyEnrolled(),
                        new Detail.EndedSince(),
                        new Detail.NothingToTakeBack(),
                        new Detail.MeansAnother(),
                        new Detail.HeldBy("cohort"),
                        new Detail.HeldBy(""),
                        new Detail.Refused("locked"),
                        new Detail.Refused("")));
        return details;
    }

    private static List<CellHint> hints() {
        return Arrays.stream(CellHint.Kind.values())
                .flatMap(kind -> Stream.of(CellHint.of(kind), new CellHint(kind, 0x200b)))
                .toList();
    }

    /** Each detail alone, each combination of kinds, and none. */
    private static Stream<List<Detail>> combinations() {
        List<Detail> kinds =
                List.of(
                        RowFault.of(RowFault.Kind.TOO_FEW_CELLS, 2),
                        new Detail.UnknownUsername("amelia", hints()),
                        new Detail.UnknownReference("FIRE", hints()),
                        new Detail.NotPermitted(),
                        new Detail.DuplicateOf(7),
                        new Detail.CompletionKept(Detail.CompletionKept.Of.SESSION),
                        new Detail.EnrolledSince(),
                        new Detail.HeldBy("cohort"),
                        new Detail.Refused("locked"));
        return Stream.concat(
                details().stream().map(List::of),
                IntStream.range(0, 1 << kinds.size())
                        .mapToObj(
                                set ->
                                        IntStream.range(0, kinds.size())
                                                .filter(i -> ((set >> i) & 1) == 1)
                                                .mapToObj(kinds::get)
                                                .toList()));
    }

    private static Map<OutcomeCode, Integer> counts() {
        Map<OutcomeCode, Integer> counts = new EnumMap<>(OutcomeCode.class);
        for (OutcomeCode code : OutcomeCode.values()) {
            counts.put(code, 1 + counts.size());
        }
        return counts;
    }

    private static <E, T> Stream<T> each(E[] values, Function<E, T> sample) {
        return Arrays.stream(values).map(sample);
    }

    private static Stream<Message> events() {
        return each(ImportEvent.Type.values(), type -> type)
                .flatMap(
                        type ->
                                Stream.of(
                                        new ImportEvent(
                                                IMPORT, type, TIME, Mode.APPLY, 7, counts()),
                                        new ImportEvent(
                                                IMPORT, type, TIME, Mode.VERIFY_ONLY, 7, Map.of())))
                .map(Message::of);
    }

    private static Stream<Message> accepted() {
        return each(Mode.values(), mode -> new RequestReply.Accepted(REQUEST, IMPORT, mode, 7))
                .map(MessageSamples::reply);
    }

    private static Stream<Message> refused() {
        List<RequestFault> faults =
                each(RequestFault.Kind.values(), kind -> kind)
                        .flatMap(
                                kind ->
                                        Stream.of(
                                                new RequestFault(null, null, "mode", kind),
                                                new RequestFault(null, 0, "", kind),
                                                new RequestFault(3, 417, "username", kind)))
                        .toList();
        return each(RefusalReason.values(), reason -> reason)
                .flatMap(
                        reason ->
                                Stream.of(
                                        refusal(reason, faults, 12, ""),
                                        refusal(reason, List.of(), 0, "2f8a01be77c04d15")))
                .map(MessageSamples::reply);
    }

    private static RequestReply refusal(
            RefusalReason reason, List<RequestFault> faults, int further, String variant) {
        return new RequestReply.Refused(REQUEST, reason, "Fix it.", faults, further, variant);
    }

    private static Stream<Message> settled() {
        return Stream.concat(
                        each(OutcomeCode.values(), code -> settled(code, List.of())),
                        combinations().map(some -> settled(OutcomeCode.INVALID_ROW, some)))
                .flatMap(row -> Stream.of(row, bare(row)))
                .map(MessageSamples::reply);
    }

    private static RequestReply.RowSettled settled(OutcomeCode code, List<Detail> details) {
        Map<String, Object> others = Map.of("payroll", "00417", "since", Map.of("year", 2026));
        return new RequestReply.RowSettled(
                REQUEST, IMPORT, 0, "amelia", "FIRE", code, details, "Done.", others);
    }

    private static RequestReply.RowSettled bare(RequestReply.RowSettled row) {
        return new RequestReply.RowSettled(
                REQUEST, IMPORT, 1, "", null, row.code(), row.details(), "Done.", Map.of());
    }

    private static Stream<Message> ended() {
        return each(RequestReply.End.values(), end -> end)
                .flatMap(
                        end ->
                                Stream.of(
                                        new RequestReply.Ended(REQUEST, IMPORT, end, 7, counts()),
                                        new RequestReply.Ended(REQUEST, IMPORT, end, 7, Map.of())))
                .map(MessageSamples::reply);
    }

    private static Message reply(RequestReply reply) {
        return Message.of(reply, "hr");
    }

    private static Stream<Message> rows() {
        List<RowFault> faults =
                details().stream()
                        .filter(RowFault.class::isInstance)
                        .map(RowFault.class::cast)
                        .toList();
        return Stream.of(
                        row(
                                Mode.APPLY,
                                "amelia",
                                EmailChoice.YES,
                                faults,
                                1,
                                new Meaning("1", "2")),
                        row(Mode.APPLY, "amelia", EmailChoice.NO, List.of(), null, null),
                        takingBack(),
                        row(Mode.VERIFY_ONLY, null, null, faults, null, new Meaning(null, null)))
                .map(Message::of);
    }

    private static UnenrolRow takingBack() {
        return new UnenrolRow(
                IMPORT,
                1,
                2,
                2,
                Mode.TAKE_BACK,
                TIME,
                "global.admin",
                "amelia",
                "FIRE",
                EmailChoice.YES,
                List.of(),
                null,
                null,
                TIME,
                null,
                new RowId(IMPORT, 7));
    }

    private static UnenrolRow row(
            Mode mode,
            String username,
            EmailChoice email,
            List<RowFault> faults,
            Integer duplicateOf,
            Meaning meaning) {
        return new UnenrolRow(
                IMPORT,
                2,
                3,
                3,
                mode,
                TIME,
                "global.admin",
                username,
                username,
                email,
                faults,
                duplicateOf,
                meaning,
                meaning == null ? null : TIME,
                faults.isEmpty() ? null : RowContent.ofCells("amelia", "FIRE", "Perhaps"));
    }

    private static Stream<Message> outcomes() {
        return combinations()
                .flatMap(
                        some ->
                                Stream.of(
                                        outcome(some, null, null),
                                        outcome(
                                                some,
                                                notice("de", RowOutcome.Place.LEFT),
                                                new Meaning("1", "2")),
                                        outcome(some, notice(null, RowOutcome.Place.KEPT), null),
                                        outcome(
                                                some,
                                                notice(null, RowOutcome.Place.GIVEN_BACK),
                                                null)))
                .flatMap(one -> Stream.of(Message.of(one), Message.of(one, 250)));
    }

    private static RowOutcome outcome(
            List<Detail> details, RowOutcome.LearnerNotice notice, Meaning meaning) {
        return new RowOutcome(
                IMPORT,
                1,
                0,
                OutcomeCode.NOT_ENROLLED,
                details,
                notice,
                meaning,
                meaning == null ? null : new RowContent("amelia", "FIRE", "Yes", "Amelia", "Fire"));
    }

    private static RowOutcome.LearnerNotice notice(String language, RowOutcome.Place place) {
        return new RowOutcome.LearnerNotice("a@example.org", "Amelia", language, "Fire", place);
    }
}
