package org.unenrol.guarantees.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unenrol.guarantees.check.SoundEvidence.reply;
import static org.unenrol.guarantees.check.SoundEvidence.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Change.Kind;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.RequestEvidence.Reply;

/** The judge gets evidence that has been doctored in one place, and must find that place. */
class CheckerTests {

    @Test
    void findsNothingInSoundEvidence() {
        Judgement verdict = Judgement.on(new SoundEvidence().evidence());

        assertThat(verdict.broken()).as(verdict.inWords()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void findsWhatWasDoctored(String guarantee, String how, UnaryOperator<SoundEvidence> doctored) {
        Judgement verdict = Judgement.on(doctored.apply(new SoundEvidence()).evidence());

        assertThat(verdict.broken())
                .as(verdict.inWords())
                .anyMatch(name -> name.startsWith(guarantee + " "));
    }

    static Stream<Arguments> findsWhatWasDoctored() {
        return Stream.of(
                doctored(
                        "I1",
                        "an outcome is missing",
                        one -> one.outcomes(one.outcomes.subList(0, 1))),
                doctored(
                        "I1",
                        "an outcome is there twice",
                        one -> one.outcomes(twice(one.outcomes))),
                doctored("I1", "the count is wrong", one -> one.received(1)),
                doctored("I1", "other bytes are kept", one -> one.stored("other")),
                doctored("I1", "a record was set aside", one -> one.deadLetters(1)),
                doctored("I2", "a period is ended again", one -> one.and(ending(7, "other", 1))),
                doctored("I2", "a row ends two periods", one -> one.and(ending(8, "one", 1))),
                doctored(
                        "I2",
                        "a period changes after its end",
                        one ->
                                one.and(
                                        new Change(
                                                "enrolment", Kind.CHANGED_AFTER_ITS_END, 7, null))),
                doctored("I3", "nothing was ended", one -> one.changes(List.of())),
                doctored("I3", "more was ended than said", one -> one.and(ending(8, "one", 2))),
                doctored(
                        "I3",
                        "another outcome than the author knew",
                        one -> one.expected(List.of("UNENROLLED", "DUPLICATE"))),
                doctored("I4", "a verification ends a period", one -> one.mode(Mode.VERIFY_ONLY)),
                doctored(
                        "I5",
                        "a byte differs",
                        one -> one.results(one.results.replace("No", "no"))),
                doctored(
                        "I5", "the last line end is gone", one -> one.results(one.results.strip())),
                doctored("I5", "they cannot be read", one -> one.results(null)),
                doctored("I6", "no completion mail", one -> one.mails(one.mails.subList(1, 2))),
                doctored("I6", "two, with no fault between", one -> one.mails(twice(one.mails))),
                doctored("I6", "it comes before the results", SoundEvidence::mailedTooEarly),
                doctored("I6", "two different ones", SoundEvidence::mailedAnew),
                doctored("I6", "again and again without an answer", SoundEvidence::mailedForEver),
                doctored("I7", "it has not ended", one -> one.state("PROCESSING")),
                doctored("I7", "a mail waits", one -> one.queued(1)),
                doctored("I7", "it took too long", SoundEvidence::endedLate),
                doctored("I7", "rows that wait are copied", one -> one.published(3)),
                doctored("I8", "the ledger does not know it", SoundEvidence::forgotten),
                doctored("I8", "it has failed", one -> one.state("FAILED")),
                doctored(
                        "I9",
                        "a completion was changed",
                        one -> one.and(new Change("completion", Kind.OTHER, 0, null))),
                doctored(
                        "I10",
                        "a learner was not mailed",
                        one -> one.mails(one.mails.subList(0, 1))),
                doctored("I10", "a learner was mailed for a No", SoundEvidence::mailedForNo),
                doctored(
                        "I11",
                        "a place is given and no row answers for it",
                        one -> one.and(new Change("enrolment", Kind.BEGAN, 8, null).of("1 in 2"))),
                doctored(
                        "I11",
                        "a row of another kind gives a place",
                        one ->
                                one.and(
                                        new Change("enrolment", Kind.BEGAN, 8, new Mark("one", 2))
                                                .of("1 in 2"))),
                doctored(
                        "I11",
                        "a place is given that nobody had ended",
                        one ->
                                one.mode(Mode.TAKE_BACK)
                                        .and(
                                                new Change(
                                                                "enrolment",
                                                                Kind.BEGAN,
                                                                8,
                                                                new Mark("one", 2))
                                                        .of("1 in 2"))),
                doctored(
                        "I11",
                        "another one had ended it",
                        one ->
                                one.mode(Mode.TAKE_BACK)
                                        .and(ending(8, "other", 1).of("1 in 2"))
                                        .and(
                                                new Change(
                                                                "enrolment",
                                                                Kind.BEGAN,
                                                                9,
                                                                new Mark("one", 2))
                                                        .of("1 in 2"))),
                doctored(
                        "I12",
                        "an import that nobody has submitted ends a period",
                        one -> one.and(ending(8, "f04ed000-0000-4000-8000-000000000000", 1))),
                doctored("I12", "a row that the file has not", one -> one.and(ending(8, "one", 3))),
                doctored("I12", "a forged outcome", SoundEvidence::forged),
                doctored("I12", "a forged line", one -> one.results(one.results + "forged")),
                doctored("I12", "a stranger is mailed", SoundEvidence::mailedAStranger),
                doctored(
                        "I13",
                        "it has become two imports",
                        one -> one.requested(List.of("1", "2"))),
                doctored("I13", "it has become none", one -> one.requested(List.of())),
                doctored("I13", "no reply", one -> one.replies(List.of())),
                doctored("I13", "a row is not answered", one -> one.replies(without(one, "row/1"))),
                doctored(
                        "I13",
                        "its end is not told",
                        one -> one.replies(without(one, "completed"))),
                doctored(
                        "I13",
                        "rows come in another order",
                        one -> one.replies(swapped(one.replies, 1, 2))),
                doctored(
                        "I13",
                        "a repeat differs",
                        one -> one.replies(with(one, 3, "ann", "DUPLICATE"))),
                doctored(
                        "I13",
                        "a row has another outcome",
                        one -> one.replies(both(one, "ann", "READY"))),
                doctored(
                        "I13",
                        "a row is another's",
                        one -> one.replies(both(one, "bob", "UNENROLLED"))),
                doctored(
                        "I13",
                        "the counts are wrong",
                        one ->
                                one.replies(
                                        replaced(
                                                one.replies,
                                                5,
                                                reply(
                                                        "completed",
                                                        "\"rows\":2,\"outcomes\":{\"UNENROLLED\":2}")))),
                doctored(
                        "I13", "it is accepted as well as refused", SoundEvidence::refusedAfterAll),
                doctored(
                        "I13",
                        "no reason",
                        one ->
                                one.refused()
                                        .replies(List.of(reply("refused", "\"reason\":\"\"")))));
    }

    @Test
    void findsNothingInARefusalWithItsReason() {
        assertThat(Judgement.on(new SoundEvidence().refused().evidence()).broken()).isEmpty();
    }

    private static List<Reply> without(SoundEvidence one, String suffix) {
        return one.replies.stream().filter(reply -> !reply.id().endsWith(suffix)).toList();
    }

    private static List<Reply> with(SoundEvidence one, int place, String username, String code) {
        return replaced(one.replies, place, reply("row/0", row(0, username, code)));
    }

    /** Each time that it is said. */
    private static List<Reply> both(SoundEvidence one, String username, String code) {
        return replaced(with(one, 1, username, code), 3, reply("row/0", row(0, username, code)));
    }

    private static <T> List<T> replaced(List<T> all, int place, T other) {
        List<T> changed = new ArrayList<>(all);
        changed.set(place, other);
        return changed;
    }

    private static <T> List<T> swapped(List<T> all, int one, int other) {
        return replaced(replaced(all, one, all.get(other)), other, all.get(one));
    }

    private static Arguments doctored(
            String guarantee, String how, UnaryOperator<SoundEvidence> doctoring) {
        return Arguments.of(guarantee, how, doctoring);
    }

    private static Change ending(long period, String importId, int row) {
        return new Change("enrolment", Kind.ENDED, period, new Mark(importId, row));
    }

    private static <T> List<T> twice(List<T> all) {
        return Stream.concat(all.stream(), all.stream()).toList();
    }

    @Test
    void framesQuotedCellsWithLineBreaksAndDoubledQuotes() {
        byte[] file = "a,\"b\n\"\"c\"\"\",d\r\ne,f\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(CsvFrames.of(file, ','))
                .extracting(CsvFrames.Frame::text)
                .containsExactly("a,\"b\n\"\"c\"\"\",d", "e,f");
    }
}
