package org.unenrol.guarantees.mutant;

import static org.unenrol.guarantees.system.Service.INGEST;
import static org.unenrol.guarantees.system.Service.NOTIFIER;
import static org.unenrol.guarantees.system.Service.WORKER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.Judgement;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Trial;
import org.unenrol.guarantees.weave.Mutant;

/** The hunt for mutants: tells which trial finds which one, and by which guarantee. */
public enum Hunt {
    COUNTS_REPEATS(Mutant.COUNTS_REPEATS, Trial.REPEATED_MESSAGES, "I1", NOTIFIER),
    ENDS_AGAIN(Mutant.ENDS_AGAIN, Trial.SAME_ENROLMENTS, "I2", WORKER),
    OUTCOME_BEFORE_COMMIT(
            Mutant.OUTCOME_BEFORE_COMMIT, Trial.WORKER_DIES_AND_ITS_ROWS_ARE_LOST, "I3", WORKER),
    NO_FENCE(Mutant.NO_FENCE, Trial.ROWS_COME_AFTER_THE_END, "I3", WORKER),
    VERIFIES_FOR_REAL(Mutant.VERIFIES_FOR_REAL, Trial.VERIFY_THEN_APPLY, "I4", WORKER),
    OTHER_LINE_ENDS(Mutant.OTHER_LINE_ENDS, Trial.VERIFY_THEN_APPLY, "I5", NOTIFIER),
    MARKS_BEFORE_SENDING(Mutant.MARKS_BEFORE_SENDING, Trial.MAIL_DEFERRED, "I6", NOTIFIER),
    RETRIES_AFTER_THE_DOT(Mutant.RETRIES_AFTER_THE_DOT, Trial.MAIL_ACCEPTED_LATE, "I6", NOTIFIER),
    GIVES_UP_BY_AGE(Mutant.GIVES_UP_BY_AGE, Trial.MAIL_REFUSED, "I6", NOTIFIER),
    NEW_MESSAGE_ID(Mutant.NEW_MESSAGE_ID, Trial.MAIL_CUT_BEFORE_THE_ANSWER, "I6", NOTIFIER),
    NO_RECONCILER(Mutant.NO_RECONCILER, Trial.RECORDS_DELETED, "I7", INGEST),
    KEEPS_LEASES_OF_THE_DEAD(Mutant.KEEPS_LEASES_OF_THE_DEAD, Trial.DISPATCHER_DIES, "I7", INGEST),
    RECONCILES_BY_TIME_ONLY(Mutant.RECONCILES_BY_TIME_ONLY, Trial.WORKERS_AWAY, "I7", INGEST),
    LEASES_ALL_AT_ONCE(Mutant.LEASES_ALL_AT_ONCE, Trial.MANY_IMPORTS_AFTER_A_RESTART, "I7", INGEST),
    PACE_WITHOUT_FLOOR(Mutant.PACE_WITHOUT_FLOOR, Trial.PLATFORM_SLOW, "I7", WORKER),
    GIVES_UP(Mutant.GIVES_UP, Trial.DATABASE_READ_ONLY, "I7", WORKER, NOTIFIER),
    OFFSETS_FIRST(Mutant.OFFSETS_FIRST, Trial.WORKER_DIES, "I7", WORKER),
    LOSES_THE_FILE(Mutant.LOSES_THE_FILE, Trial.SAME_ENROLMENTS, "I8", INGEST),
    TOUCHES_COMPLETIONS(Mutant.TOUCHES_COMPLETIONS, Trial.VERIFY_THEN_APPLY, "I9", WORKER),
    MAILS_AFTER_VERIFICATION(
            Mutant.MAILS_AFTER_VERIFICATION, Trial.VERIFY_THEN_APPLY, "I10", WORKER, NOTIFIER),
    TAKES_BACK_OTHERS(Mutant.TAKES_BACK_OTHERS, Trial.TAKEN_BACK, "I11", WORKER),
    GIVES_WITHOUT_A_MARK(Mutant.GIVES_WITHOUT_A_MARK, Trial.TAKEN_BACK, "I11", WORKER),
    BELIEVES_ANYBODY(Mutant.BELIEVES_ANYBODY, Trial.FORGED_RECORDS, "I12", WORKER, NOTIFIER),
    TAKES_A_REPEAT_FOR_NEW(Mutant.TAKES_A_REPEAT_FOR_NEW, Trial.REQUESTS_REPEATED, "I13", INGEST),
    LOSES_A_PART(Mutant.LOSES_A_PART, Trial.REQUESTS_REPEATED, "I13", INGEST);

    private static final List<String> NO_SECOND_CHANCE =
            List.of("--unenrol.ledger.stalled-after=1h");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** Mutants whose fault the reconciler would heal: what they break must hold without it. */
    private static final Set<Mutant> ALONE = EnumSet.of(Mutant.GIVES_UP, Mutant.OFFSETS_FIRST);

    private final Mutant mutant;
    private final Trial trial;
    private final String guarantee;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it has been made
    private final Set<Service> mutated;

    Hunt(Mutant mutant, Trial trial, String guarantee, Service... mutated) {
        this.mutant = mutant;
        this.trial = trial;
        this.guarantee = guarantee;
        this.mutated = Set.of(mutated);
    }

    public Trial trial() {
        return trial;
    }

    /** The guarantee by which it should be found, {@code I1} to {@code I13}. */
    public String guarantee() {
        return guarantee;
    }

    public String wrong() {
        return mutant.wrong();
    }

    /** Plays the trial with the mutant in the system, and then makes the system whole again. */
    public Judgement withMutant(Stage stage) throws Exception {
        return hunt(stage, "MUTANT_" + name(), mutant);
    }

    /** The properties that two hunts share when the trial without the mutant is the same. */
    String circumstances() {
        return trial + (ALONE.contains(mutant) ? " without a second chance" : "");
    }

    /** Plays the trial under the same circumstances, without the mutant. */
    public Judgement withoutMutant(Stage stage) throws Exception {
        return hunt(stage, "NO_MUTANT_" + name(), null);
    }

    private Judgement hunt(Stage stage, String name, @Nullable Mutant played) throws Exception {
        List<ServiceProcess> changed = new ArrayList<>();
        for (ServiceProcess process : stage.services()) {
            boolean patient = ALONE.contains(mutant) && process.service() == INGEST;
            boolean changes = mutated.contains(process.service()) && played != null;
            if (patient || changes) {
                changed.add(process);
                process.down();
                process.as(changes ? played : null).with(patient ? NO_SECOND_CHANCE : List.of());
            }
        }
        changed.forEach(ServiceProcess::start);
        changed.forEach(ServiceProcess::awaitReady);
        @SuppressWarnings("EnumOrdinal") // a seed of its own
        Run run = new Run(stage, name, 500 + 2 * ordinal() + (played == null ? 0 : 1));
        try {
            trial.on(run);
            return run.judge(PATIENCE);
        } finally {
            restore(stage, changed);
        }
    }

    private static void restore(Stage stage, List<ServiceProcess> changed) {
        changed.forEach(ServiceProcess::down);
        // What a mutant has left half-done must not run on into what comes next.
        stage.jdbc()
                .sql(
                        """
                        update imports.progress set state = 'FAILED', completed_at = now()
                        where state in ('PROCESSING', 'BUILDING_RESULTS')
                        """)
                .update();
        stage.jdbc().sql("delete from imports.mail where state = 'QUEUED'").update();
        stage.jdbc()
                .sql(
                        """
                        update imports.upstream_request set state = 'REFUSED'
                        where state in ('RECEIVING', 'RECEIVED')
                        """)
                .update();
        stage.jdbc()
                .sql(
                        "update imports.upstream_reply set published_at = now() where published_at is null")
                .update();
        changed.forEach(one -> one.as(null).with(List.of()));
        changed.forEach(ServiceProcess::start);
        changed.forEach(ServiceProcess::awaitReady);
    }
}
