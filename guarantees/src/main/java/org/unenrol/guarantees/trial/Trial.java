package org.unenrol.guarantees.trial;

import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.smtp.Manner;
import org.unenrol.guarantees.weave.CrashPoint;

/** A story in which something is broken while imports run, and healed again. */
public enum Trial {
    /** The run without a fault. */
    VERIFY_THEN_APPLY(Stories::verifyThenApply),
    SAME_ENROLMENTS(Stories::sameEnrolments),
    TAKEN_BACK(Stories::takenBack),
    CANCEL_IN_THE_MIDDLE(Stories::cancelInTheMiddle),
    REPEATED_MESSAGES(Stories::repeatedMessages),
    POISON(Stories::poison),
    ROWS_COME_AFTER_THE_END(Stories::rowsComeAfterTheEnd),
    GARBAGE_THAT_IS_JSON(Stories::garbageThatIsJson),
    FORGED_RECORDS(Stories::forgedRecords),
    PLATFORM_SLOW(Stories::platformSlow),
    WORKERS_AWAY(Stories::workersAreAway),
    ROWS_LOCKED(run -> Stories.during(run, Fault.ROWS_LOCKED)),
    CLOCK_PUT_BACK(run -> Stories.during(run, Fault.DATABASE_CLOCK_PUT_BACK)),
    RECORDS_DELETED(Stories::recordsDeleted),
    DISPATCHER_DIES(run -> Stories.dies(run, CrashPoint.AFTER_CLAIM)),
    MANY_IMPORTS_AFTER_A_RESTART(Stories::manyImportsAfterARestart),
    WORKER_DIES(run -> Stories.dies(run, CrashPoint.BEFORE_ENDING_COMMIT)),
    WORKER_DIES_AND_ITS_ROWS_ARE_LOST(Stories::workerDiesAndItsRowsAreLost),
    LISTENERS_FAIL(Stories::listenersFail),
    /** Two imports of the same learners among others, while workers are killed. */
    REMOTE_PLATFORM(RemoteStory::play),
    ROLLING_RESTART(Stories::rollingRestart),
    WORKER_HANGS(run -> Stories.during(run, Fault.WORKER_FROZEN, Stories.LONGER_THAN_A_POLL)),
    REBALANCE_STORM(run -> Stories.during(run, Fault.REBALANCE_STORM)),
    OFFSETS_RESET(run -> Stories.during(run, Fault.OFFSETS_RESET)),
    BROKER_RESTARTS(run -> Stories.during(run, Fault.BROKER_KILLED)),
    BROKER_LOSES_ALL(run -> Stories.during(run, Fault.BROKER_LOSES_ALL)),
    BROKER_SWALLOWS(run -> Stories.during(run, Fault.BROKER_SWALLOWED)),
    DATABASE_CRASHES(run -> Stories.during(run, Fault.DATABASE_CRASHED)),
    DATABASE_STOPS_FOR_A_MINUTE(
            run -> Stories.during(run, Fault.DATABASE_CRASHED, Stories.A_MINUTE)),
    DATABASE_READ_ONLY(run -> Stories.during(run, Fault.DATABASE_READ_ONLY)),
    DATABASE_HAS_FEW_CONNECTIONS(run -> Stories.during(run, Fault.DATABASE_HAS_FEW_CONNECTIONS)),
    DATABASE_SWALLOWS(run -> Stories.during(run, Fault.DATABASE_SWALLOWED)),
    DISK_FULL(Stories::diskFull),
    REQUESTS_REPEATED(RequestStories::repeated),
    REQUESTS_AT_CRASH_POINTS(RequestStories::atCrashPoints),
    REQUESTS_WHILE_INGEST_DIES(run -> RequestStories.during(run, Fault.INGEST_KILLED)),
    REQUESTS_WHILE_WORKERS_DIE(run -> RequestStories.during(run, Fault.WORKER_KILLED)),
    REQUESTS_WHILE_NOTIFIER_DIES(run -> RequestStories.during(run, Fault.NOTIFIER_KILLED)),
    REQUESTS_WHILE_BROKER_DIES(run -> RequestStories.during(run, Fault.BROKER_KILLED)),
    REQUESTS_WHILE_DATABASE_DIES(run -> RequestStories.during(run, Fault.DATABASE_CRASHED)),
    REQUESTS_DELETED(RequestStories::deleted),
    MAIL_DEFERRED(run -> Stories.whileMails(run, Manner.DEFER)),
    MAIL_CUT_BEFORE_THE_ANSWER(run -> Stories.whileMails(run, Manner.CUT_BEFORE_ANSWER)),
    MAIL_ACCEPTED_LATE(run -> Stories.whileMails(run, Manner.ACCEPT_LATE)),
    MAIL_HANGS(run -> Stories.whileMails(run, Manner.HANG_AFTER_DATA)),
    MAIL_REFUSED(run -> Stories.whileMails(run, Manner.REFUSE, Manner.REFUSE_RECIPIENT)),
    MAIL_SERVER_AWAY(run -> Stories.whileMails(run, Manner.AWAY, Manner.BUSY));

    @SuppressWarnings("ImmutableEnumChecker") // a method of another class
    private final Story story;

    Trial(Story story) {
        this.story = story;
    }

    /** The course of the trial. */
    @FunctionalInterface
    interface Story {

        void play(Run run) throws Exception;
    }

    /** Plays it; at its end everything is healed. */
    public void on(Run run) throws Exception {
        story.play(run);
        run.healed();
    }
}
