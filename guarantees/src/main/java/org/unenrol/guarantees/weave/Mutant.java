package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A deliberate fault in the product, and what is wrong with it. */
public enum Mutant {
    COUNTS_REPEATS(
            "an outcome that comes again is counted again",
            Map.of(
                    "on conflict do nothing\\s+returning import_id, row",
                    "on conflict (import_id, row) do update set line = excluded.line"
                            + " returning import_id, row")),
    ENDS_AGAIN(
            "a period that has ended is ended again",
            Map.of(
                    "and period.ended_at is null\\s+(and period.enrolled_at <"
                            + " request.submitted_at\\s+and not request.fenced\\s+and \\()",
                    "$1")),
    NO_FENCE(
            "a row that comes after its import has ended is applied",
            Map.of("and not request\\.fenced", "")),
    RECONCILES_BY_TIME_ONLY(
            "rows that wait for longer than a few seconds count as lost",
            Map.of(
                    "greatest\\(progress_at, case when redispatch_at <= now\\(\\) then redispatch_at end\\)"
                            + " < now\\(\\)\\s+- cast\\(:presumed as"
                            + " interval\\) \\* least\\(:most, power\\(2, least\\(attempts, 20\\)\\)\\)\\s+as"
                            + " presumed",
                    "coalesce(redispatch_at, progress_at) < now() - interval '5 seconds'"
                            + " and :presumed <> :most::text as presumed")),
    LEASES_ALL_AT_ONCE(
            "an instance takes the leases of all imports that wait, and works on none",
            Map.of(
                    "d.import_id = \\((\\s+select import_id from imports.dispatch join"
                            + " imports.progress using \\(import_id\\)\\s+where state ="
                            + " 'PROCESSING'\\s+and \\(dispatched_through <)",
                    "d.import_id in ($1",
                    "waiting_since\\s+limit 1",
                    "waiting_since")),
    PACE_WITHOUT_FLOOR(
            "a worker settles one row a call where calls take long",
            Change.of("org.unenrol.worker.Pace", MutantAdvice.One.class, named("rows"))),
    TOUCHES_COMPLETIONS(
            "the completion record changes with the enrolment",
            Map.of(
                    "update lms.enrolment period",
                    "with touched as (update lms.completion set completed_at = completed_at -"
                            + " interval '1 second' where user_id = any(:userIds) returning 1)"
                            + " update lms.enrolment period")),
    MARKS_BEFORE_SENDING(
            "a mail is marked as sent before it is",
            Map.of(
                    "set attempts = attempts \\+ 1,",
                    "set state = 'SENT', attempts = attempts + 1,")),
    RETRIES_AFTER_THE_DOT(
            "a mail whose acceptance takes its time is sent again",
            Change.of(
                    "org.unenrol.notifier.mail.MailSettings",
                    MutantAdvice.NoTime.class,
                    named("acceptTimeout").or(named("copyAfter")))),
    GIVES_UP_BY_AGE(
            "a refusal counts from when the mail was queued, and it has been queued for long",
            Map.of(
                    "coalesce\\(refused_at, now\\(\\)\\)", "queued_at - interval '30 days'",
                    "and exists \\(\\s+select from imports.mail accepted",
                            "or exists (select from imports.mail accepted")),
    NEW_MESSAGE_ID(
            "each try of a mail has another Message-ID",
            Map.of(
                    "set attempts = attempts \\+ 1,",
                    "set message_id = gen_random_uuid(), attempts = attempts + 1,")),
    NO_RECONCILER(
            "missing rows are never published again",
            Map.of("where state = 'PROCESSING'\\s+and dispatched_through > 0", "where false")),
    KEEPS_LEASES_OF_THE_DEAD(
            "an import whose dispatcher has died is never taken over",
            Map.of("lease_until is null or lease_until < now\\(\\)", "lease_until is null")),
    LOSES_THE_FILE(
            "an accepted file is kept in the wrong order",
            Map.of(
                    "\\(file_id, seq, bytes\\) values \\(:id, :seq,",
                    "(file_id, seq, bytes) values (:id, :seq + 1,")),
    TAKES_A_REPEAT_FOR_NEW(
            "a request that comes again is made an import again",
            Map.of(
                    "set asked_at = :position where id = :id",
                    "set asked_at = :position, state = 'RECEIVED' where id = :id")),
    LOSES_A_PART(
            "a record of rows is received, and not kept",
            Map.of(
                    "values \\(:request, :part, :sha256, :rows, :names, :content\\)",
                    "select :request, :part, :sha256, :rows, :names, :content where :part <> 2")),
    MAILS_AFTER_VERIFICATION(
            "learners are mailed when a file is only verified",
            Map.of(
                    "(join imports.import i on i.id = n.import_id)\\s+and i.mode = case n.place[^\n]*",
                    "$1"),
            Change.of(
                    "org.unenrol.worker.apply.Verdict",
                    MutantAdvice.AlwaysNotice.class,
                    named("notice"))),
    TAKES_BACK_OTHERS(
            "an ending is taken back though somebody else has ended the place since",
            Map.of(
                    "and not exists \\(\\s+select from lms.enrolment later\\s+where later.user_id ="
                            + " ended.user_id\\s+and later.activity_id = ended.activity_id\\s+and"
                            + " later.id > ended.id\\)\\s+order by",
                    "order by")),
    GIVES_WITHOUT_A_MARK(
            "a row leaves no mark on the place that it gives, and may give it again",
            Map.of("request.import, request.row\\s+from", "null::uuid, null::int from")),
    BELIEVES_ANYBODY(
            "nobody asks who has signed a record",
            Change.of(
                    "org.unenrol.messaging.RecordSignatures",
                    MutantAdvice.Nothing.class,
                    named("forgery").and(takesArguments(1)))),
    VERIFIES_FOR_REAL(
            "a verify-only run ends enrolments",
            Change.of(
                    "org.unenrol.platform.UnenrolmentRequest",
                    MutantAdvice.Yes.class,
                    named("applies")),
            Change.of(
                    "org.unenrol.platform.postgres.Candidate",
                    MutantAdvice.Yes.class,
                    named("isApplied"))),
    GIVES_UP(
            "the listener has Spring Kafka's own error handler",
            Change.of(
                    "org.unenrol.messaging.MessagingConfiguration",
                    MutantAdvice.DefaultHandler.class,
                    named("endlessRetry"))),
    OFFSETS_FIRST(
            "offsets are committed before the database",
            Change.of(
                    "org.apache.kafka.clients.consumer.KafkaConsumer",
                    MutantAdvice.CommitAtOnce.class,
                    named("poll"))),
    OUTCOME_BEFORE_COMMIT(
            "outcomes are sent before the database commits",
            Change.of(
                    "org.unenrol.platform.postgres.PostgresRowSettler",
                    MutantAdvice.KeepTransactions.class,
                    isConstructor()),
            Change.of(
                    "org.unenrol.worker.RowListener",
                    MutantAdvice.InOneTransaction.class,
                    named("settle"))),
    OTHER_LINE_ENDS(
            "the results file has other line ends than the upload",
            Change.of(
                    "org.unenrol.ledger.file.StoredFileWriter",
                    MutantAdvice.OtherLineEnds.class,
                    named("write").and(takesArguments(3))));

    private static final Change OTHER_SQL =
            Change.of(
                    "org.springframework.jdbc.core.simple.DefaultJdbcClient",
                    MutantAdvice.OtherSql.class,
                    named("sql"));

    private final String wrong;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final Map<String, String> sql;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final List<Change> code;

    Mutant(String wrong, Change... code) {
        this(wrong, Map.of(), code);
    }

    Mutant(String wrong, Map<String, String> sql, Change... code) {
        this.wrong = wrong;
        this.sql = sql;
        this.code = List.of(code);
    }

    /** The defect, in words. */
    public String wrong() {
        return wrong;
    }

    List<Change> changes() {
        return sql.isEmpty() ? code : Stream.concat(code.stream(), Stream.of(OTHER_SQL)).toList();
    }

    /** The replacements in statements: regular expressions, each with its replacement. */
    Map<String, String> otherSql() {
        return sql;
    }
}
