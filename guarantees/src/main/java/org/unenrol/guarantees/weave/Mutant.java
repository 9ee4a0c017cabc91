package org.unenrol.guarantees.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

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
                    "and period.ended_at is null\\s+and (period.enrolled_at <"
                            + " request.submitted_at\\) as period_id)",
                    "and $1",
                    "where num_nulls\\(period.ended_at\\) > 0",
                    "where true")),
    TOUCHES_COMPLETIONS(
            "the completion record changes with the enrolment",
            Map.of(
                    "with found as materialized",
                    "with touched as (update lms.completion set completed_at = completed_at -"
                            + " interval '1 second' where user_id = any(:userIds) returning 1), found"
                            + " as materialized")),
    MARKS_BEFORE_SENDING(
            "a mail is marked as sent before it is",
            Map.of(
                    "set attempts = attempts \\+ 1,",
                    "set state = 'SENT', attempts = attempts + 1,")),
    NEW_MESSAGE_ID(
            "each try of a mail has another Message-ID",
            Map.of(
                    "set attempts = attempts \\+ 1,",
                    "set message_id = gen_random_uuid(), attempts = attempts + 1,")),
    NO_RECONCILER(
            "missing rows are never published again",
            Map.of("where state = 'PROCESSING'\\s+and dispatched_through > 0", "where false")),
    LEASE_BY_OWN_CLOCK(
            "leases run by the clock of the process, which is an hour ahead",
            Map.of(
                    "lease_until = now\\(\\) \\+", "lease_until = now() + interval '1 hour' +",
                    "lease_until < now\\(\\)", "lease_until < now() + interval '1 hour'",
                    "lease_until >= now\\(\\)", "lease_until >= now() + interval '1 hour'")),
    LOSES_THE_FILE(
            "an accepted file is kept in the wrong order",
            Map.of(
                    "\\(file_id, seq, bytes\\) values \\(:id, :seq,",
                    "(file_id, seq, bytes) values (:id, :seq + 1,")),
    MAILS_AFTER_VERIFICATION(
            "learners are mailed when a file is only verified",
            Map.of("join imports.import i on i.id = n.import_id and i.mode = 'APPLY'", "")) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            return advise(
                    super.weave(agent),
                    "org.unenrol.worker.apply.Verdict",
                    MutantAdvice.AlwaysNotice.class,
                    "notice");
        }
    },
    VERIFIES_FOR_REAL("a verify-only run ends enrolments", Map.of()) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            AgentBuilder request =
                    advise(
                            agent,
                            "org.unenrol.platform.UnenrolmentRequest",
                            MutantAdvice.Yes.class,
                            "applies");
            return advise(
                    request,
                    "org.unenrol.platform.postgres.Candidate",
                    MutantAdvice.Yes.class,
                    "isApplied");
        }
    },
    GIVES_UP("the listener has Spring Kafka's own error handler", Map.of()) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            return advise(
                    agent,
                    "org.unenrol.messaging.MessagingConfiguration",
                    MutantAdvice.DefaultHandler.class,
                    "endlessRetry");
        }
    },
    OFFSETS_FIRST("offsets are committed before the database", Map.of()) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            return advise(
                    agent,
                    "org.apache.kafka.clients.consumer.KafkaConsumer",
                    MutantAdvice.CommitAtOnce.class,
                    "poll");
        }
    },
    OUTCOME_BEFORE_COMMIT("outcomes are sent before the database commits", Map.of()) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            AgentBuilder platform =
                    agent.type(named("org.unenrol.platform.postgres.PostgresLearningPlatform"))
                            .transform(
                                    (builder, type, loader, module, domain) ->
                                            builder.visit(
                                                    Advice.to(MutantAdvice.KeepTransactions.class)
                                                            .on(
                                                                    net.bytebuddy.matcher
                                                                            .ElementMatchers
                                                                            .isConstructor())));
            return advise(
                    platform,
                    "org.unenrol.worker.RowListener",
                    MutantAdvice.InOneTransaction.class,
                    "settle");
        }
    },
    OTHER_LINE_ENDS("the results file has other line ends than the upload", Map.of()) {
        @Override
        AgentBuilder weave(AgentBuilder agent) {
            return agent.type(named("org.unenrol.ledger.file.StoredFileWriter"))
                    .transform(
                            (builder, type, loader, module, domain) ->
                                    builder.visit(
                                            Advice.to(MutantAdvice.OtherLineEnds.class)
                                                    .on(named("write").and(takesArguments(3)))));
        }
    };

    private final String wrong;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final List<Map.Entry<String, String>> sql;

    Mutant(String wrong, Map<String, String> sql) {
        this.wrong = wrong;
        this.sql = List.copyOf(sql.entrySet());
    }

    /** What is wrong with it, for people. */
    public String wrong() {
        return wrong;
    }

    AgentBuilder weave(AgentBuilder agent) {
        return advise(
                agent,
                "org.springframework.jdbc.core.simple.DefaultJdbcClient",
                MutantAdvice.OtherSql.class,
                "sql");
    }

    private static AgentBuilder advise(
            AgentBuilder agent, String type, Class<?> advice, String method) {
        return agent.type(named(type))
                .transform(
                        (builder, found, loader, module, domain) ->
                                builder.visit(Advice.to(advice).on(namedOneOf(method))));
    }

    String rewritten(String statement) {
        String rewritten = statement;
        for (Map.Entry<String, String> one : sql) {
            rewritten = rewritten.replaceAll(one.getKey(), one.getValue());
        }
        return rewritten;
    }
}
