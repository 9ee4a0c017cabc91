package org.unenrol.guarantees.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Mark;
import org.unenrol.guarantees.check.ImportEvidence.Ledger;
import org.unenrol.guarantees.check.ImportEvidence.Mail;
import org.unenrol.guarantees.check.ImportEvidence.Mode;
import org.unenrol.guarantees.check.ImportEvidence.Outcome;
import org.unenrol.guarantees.check.ImportEvidence.Submitted;
import org.unenrol.guarantees.check.RequestEvidence.Asked;
import org.unenrol.guarantees.check.RequestEvidence.Reply;

/** The evidence of one import of two rows, as it should be; to be doctored. */
@SuppressWarnings("StringConcatToTextBlock") // line ends are part of what is meant
final class SoundEvidence {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String UPLOAD =
            "Username,Activity external reference,Send unenrolment email\r\n"
                    + "ann,COURSE,Yes\r\n"
                    + "bob,COURSE,No\r\n";

    List<Outcome> outcomes =
            List.of(new Outcome(1, "UNENROLLED", ""), new Outcome(2, "NOT_ENROLLED", ""));
    String results =
            "Username,Activity external reference,Send unenrolment email,Outcome\r\n"
                    + "ann,COURSE,Yes,UNENROLLED: Unenrolled.\r\n"
                    + "bob,COURSE,No,NOT_ENROLLED: Not enrolled.\r\n";
    List<Mail> mails =
            List.of(
                    mail(0, "id-0", "admin@example.org", false),
                    mail(1, "id-1", "ann@example.org", false));
    private List<Change> changes =
            List.of(new Change("enrolment", Change.Kind.ENDED, 7, new Mark("one", 1)));
    private List<String> expected = List.of("UNENROLLED", "NOT_ENROLLED");
    private Mode mode = Mode.APPLY;
    private String state = "COMPLETED";
    private String stored = UPLOAD;
    private Instant completed = NOON.plusSeconds(5);
    private int received = 2;
    private int queued;
    private int deadLetters;
    private long published = 2;
    private boolean known = true;
    List<String> requested = List.of("one");
    List<Reply> replies =
            List.of(
                    reply("accepted", "\"mode\":\"APPLY\",\"rows\":2"),
                    reply("row/0", row(0, "ann", "UNENROLLED")),
                    reply("row/1", row(1, "bob", "NOT_ENROLLED")),
                    reply("row/0", row(0, "ann", "UNENROLLED")),
                    reply("row/1", row(1, "bob", "NOT_ENROLLED")),
                    reply(
                            "completed",
                            "\"rows\":2,\"outcomes\":{\"NOT_ENROLLED\":1,\"UNENROLLED\":1}"));
    Reply refusal = reply("refused", "\"reason\":\"NO_ROWS\",\"message\":\"No rows.\"");
    private boolean refused;

    private static Mail mail(int row, String id, String to, boolean beforeResults) {
        return new Mail(row, id, "noon", to, NOON.plusSeconds(6), false, beforeResults);
    }

    /** A reply to the request {@code r-1} of the source {@code hr}. */
    static Reply reply(String suffix, String members) {
        String type = suffix.startsWith("row/") ? "row.settled" : "import." + suffix;
        return new Reply(
                "hr/r-1/" + suffix,
                "org.unenrol." + type,
                "{\"requestId\":\"r-1\",\"importId\":\"one\",%s}".formatted(members),
                NOON.plusSeconds(7));
    }

    static String row(int index, String username, String code) {
        return """
                "index":%d,"username":"%s","activityReference":"COURSE","code":"%s","message":"So.",\
                "others":{"note":"n"}"""
                .formatted(index, username, code);
    }

    SoundEvidence replies(List<Reply> doctored) {
        replies = doctored;
        return this;
    }

    SoundEvidence requested(List<String> doctored) {
        requested = doctored;
        return this;
    }

    /** The request was to be refused, and has become no import. */
    SoundEvidence refused() {
        refused = true;
        return requested(List.of()).replies(List.of(refusal));
    }

    /** Refused, and an import all the same. */
    SoundEvidence refusedAfterAll() {
        return refused().requested(List.of("one"));
    }

    SoundEvidence outcomes(List<Outcome> doctored) {
        outcomes = doctored;
        return this;
    }

    SoundEvidence results(String doctored) {
        results = doctored;
        return this;
    }

    SoundEvidence mails(List<Mail> doctored) {
        mails = doctored;
        return this;
    }

    SoundEvidence changes(List<Change> doctored) {
        changes = doctored;
        return this;
    }

    SoundEvidence and(Change change) {
        return changes(Stream.concat(changes.stream(), Stream.of(change)).toList());
    }

    SoundEvidence expected(List<String> doctored) {
        expected = doctored;
        return this;
    }

    SoundEvidence mode(Mode doctored) {
        mode = doctored;
        return this;
    }

    SoundEvidence state(String doctored) {
        state = doctored;
        return this;
    }

    SoundEvidence stored(String doctored) {
        stored = doctored;
        return this;
    }

    SoundEvidence received(int doctored) {
        received = doctored;
        return this;
    }

    SoundEvidence queued(int doctored) {
        queued = doctored;
        return this;
    }

    SoundEvidence deadLetters(int doctored) {
        deadLetters = doctored;
        return this;
    }

    SoundEvidence published(long doctored) {
        published = doctored;
        return this;
    }

    SoundEvidence mailedTooEarly() {
        return mails(List.of(mail(0, "id-0", "admin@example.org", true), mails.get(1)));
    }

    SoundEvidence mailedAnew() {
        return mails(
                List.of(mails.get(0), mail(0, "id-2", "admin@example.org", false), mails.get(1)));
    }

    SoundEvidence mailedForEver() {
        Mail unanswered =
                new Mail(0, "id-0", "noon", "admin@example.org", NOON.plusSeconds(6), true, false);
        return mails(
                Stream.concat(Collections.nCopies(4, unanswered).stream(), mails.stream().skip(1))
                        .toList());
    }

    SoundEvidence mailedForNo() {
        return mails(
                List.of(mails.get(0), mails.get(1), mail(2, "id-2", "bob@example.org", false)));
    }

    SoundEvidence mailedAStranger() {
        return mails(
                List.of(mails.get(0), mails.get(1), mail(2, "id-2", "any@forged.example", false)));
    }

    SoundEvidence forged() {
        return outcomes(
                List.of(outcomes.get(0), new Outcome(2, "STILL_ENROLLED", "HELD_BY forged")));
    }

    SoundEvidence endedLate() {
        completed = NOON.plusSeconds(121);
        return this;
    }

    SoundEvidence forgotten() {
        known = false;
        return this;
    }

    Evidence evidence() {
        Submitted submitted = new Submitted(bytes(UPLOAD), ',', mode, NOON, expected, true, null);
        Ledger ledger = new Ledger(state, 2, received, bytes(stored), completed, queued);
        ImportEvidence one =
                new ImportEvidence(
                        "one",
                        submitted,
                        known ? ledger : null,
                        outcomes,
                        results == null ? null : bytes(results),
                        mails);
        return new Evidence(
                List.of(one),
                List.of(request()),
                changes,
                List.of(),
                NOON,
                deadLetters,
                0,
                published,
                2);
    }

    private RequestEvidence request() {
        List<List<String>> rows =
                List.of(List.of("ann", "COURSE", "Yes", "n"), List.of("bob", "COURSE", "No", "n"));
        Asked asked = new Asked(Mode.APPLY, refused, refused ? List.of() : rows);
        return new RequestEvidence("hr", "r-1", asked, requested, outcomes, replies);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
