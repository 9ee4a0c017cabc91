package org.unenrol.guarantees.trial;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.fault.Redelivery;
import org.unenrol.guarantees.load.Roster;
import org.unenrol.guarantees.smtp.Manner;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.trial.Run.Circumstances;
import org.unenrol.guarantees.weave.CrashPoint;

/** A story in which something is broken while imports run, and healed again. */
public enum Trial {
    /** Nothing is broken. */
    VERIFY_THEN_APPLY {
        @Override
        void play(Run run) {
            Roster roster = run.roster(ROWS);
            run.applyVerified(run.verify(roster), roster);
        }
    },
    SAME_ENROLMENTS {
        @Override
        void play(Run run) {
            Roster roster = run.roster(ROWS);
            for (int i = 0; i < 3; i++) {
                run.apply(roster, Circumstances.DISTURBED);
            }
        }
    },
    CANCEL_IN_THE_MIDDLE {
        @Override
        void play(Run run) {
            String id = run.apply(run.roster(20 * ROWS), Circumstances.DISTURBED);
            run.awaitProcessed(id, 1);
            run.administrator().cancel(id);
        }
    },
    REPEATED_MESSAGES {
        @Override
        void play(Run run) throws Exception {
            Redelivery again = new Redelivery(run.stage().broker());
            again.follow("unenrolment.rows");
            again.follow("unenrolment.outcomes");
            String id = run.apply(10 * ROWS);
            run.awaitProcessed(id, ROWS);
            again.repeatShuffled();
            run.awaitProcessed(id, 10 * ROWS);
            again.repeatShuffled();
        }
    },
    POISON {
        @Override
        void play(Run run) throws Exception {
            String id = run.apply(5 * ROWS);
            run.awaitProcessed(id, 1);
            new Redelivery(run.stage().broker()).poison("unenrolment.rows");
            run.spoilt();
            new Redelivery(run.stage().broker()).poison("unenrolment.outcomes");
            run.spoilt();
        }
    },
    RECORDS_DELETED {
        @Override
        void play(Run run) throws Exception {
            List<ServiceProcess> workers = run.stage().services(Service.WORKER);
            workers.forEach(ServiceProcess::down);
            run.apply(ROWS);
            new Redelivery(run.stage().broker()).awaitAny("unenrolment.rows");
            new Redelivery(run.stage().broker()).deleteAll("unenrolment.rows");
            workers.forEach(ServiceProcess::start);
        }
    },
    DISPATCHER_DIES {
        @Override
        void play(Run run) {
            run.stage().orders().order(CrashPoint.AFTER_CLAIM);
            run.apply(5 * ROWS);
            awaitDeath(run, CrashPoint.AFTER_CLAIM);
        }
    },
    WORKER_DIES {
        @Override
        void play(Run run) {
            run.stage().orders().order(CrashPoint.BEFORE_ENDING_COMMIT);
            run.apply(5 * ROWS);
            awaitDeath(run, CrashPoint.BEFORE_ENDING_COMMIT);
        }
    },
    WORKER_DIES_AND_ITS_ROWS_ARE_LOST {
        @Override
        void play(Run run) throws Exception {
            List<ServiceProcess> workers = run.stage().services(Service.WORKER);
            workers.forEach(ServiceProcess::down);
            run.apply(ROWS);
            new Redelivery(run.stage().broker()).awaitAny("unenrolment.rows");
            run.stage().orders().order(CrashPoint.AFTER_OUTCOMES_ACKNOWLEDGED);
            workers.forEach(ServiceProcess::start);
            awaitDeath(run, CrashPoint.AFTER_OUTCOMES_ACKNOWLEDGED);
            new Redelivery(run.stage().broker()).deleteAll("unenrolment.rows");
        }
    },
    ROLLING_RESTART {
        @Override
        void play(Run run) {
            for (ServiceProcess process : run.stage().services()) {
                run.apply(2 * ROWS);
                process.end();
                process.start();
                process.awaitReady();
            }
        }
    },
    WORKER_HANGS {
        @Override
        void play(Run run) throws Exception {
            String id = run.apply(10 * ROWS);
            run.awaitProcessed(id, 1);
            Fault.Healing healing = Fault.WORKER_FROZEN.strike(run.stage(), new Random(1));
            pause(LONGER_THAN_A_POLL_MAY_TAKE);
            healing.heal();
        }
    },
    REBALANCE_STORM {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.REBALANCE_STORM);
        }
    },
    OFFSETS_RESET {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.OFFSETS_RESET);
        }
    },
    BROKER_RESTARTS {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.BROKER_KILLED);
        }
    },
    BROKER_LOSES_ALL {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.BROKER_LOSES_ALL);
        }
    },
    BROKER_SWALLOWS {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.BROKER_SWALLOWED);
        }
    },
    DATABASE_CRASHES {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.DATABASE_CRASHED);
        }
    },
    DATABASE_READ_ONLY {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.DATABASE_READ_ONLY);
        }
    },
    DATABASE_HAS_FEW_CONNECTIONS {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.DATABASE_HAS_FEW_CONNECTIONS);
        }
    },
    DATABASE_SWALLOWS {
        @Override
        void play(Run run) throws Exception {
            during(run, Fault.DATABASE_SWALLOWED);
        }
    },
    DISK_FULL {
        @Override
        void play(Run run) throws Exception {
            Fault.Healing healing = Fault.DATABASE_DISK_FULL.strike(run.stage(), new Random(1));
            Thread uploading = new Thread(() -> run.apply(ROWS), "administrator");
            uploading.start();
            Awaitility.await("an upload is refused")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> run.administrator().refusals() > 0);
            healing.heal();
            uploading.join();
        }
    },
    MAIL_DEFERRED {
        @Override
        void play(Run run) {
            whileMails(run, Manner.DEFER);
        }
    },
    MAIL_CUT_BEFORE_THE_ANSWER {
        @Override
        void play(Run run) {
            whileMails(run, Manner.CUT_BEFORE_ANSWER);
        }
    },
    MAIL_HANGS {
        @Override
        void play(Run run) {
            whileMails(run, Manner.HANG_AFTER_DATA);
        }
    },
    MAIL_REFUSED {
        @Override
        void play(Run run) {
            whileMails(run, Manner.REFUSE);
            whileMails(run, Manner.REFUSE_RECIPIENT);
        }
    },
    MAIL_SERVER_AWAY {
        @Override
        void play(Run run) {
            whileMails(run, Manner.AWAY);
            whileMails(run, Manner.BUSY);
        }
    };

    private static final int ROWS = 1_000;
    private static final Duration SOME_SECONDS = Duration.ofSeconds(5);
    private static final Duration LONGER_THAN_A_POLL_MAY_TAKE = Duration.ofSeconds(20);

    /** Plays it; at its end everything is healed. */
    public void on(Run run) throws Exception {
        play(run);
        run.healed();
    }

    abstract void play(Run run) throws Exception;

    /** Breaks something in the middle of an import, for some seconds. */
    private static void during(Run run, Fault fault) throws Exception {
        String id = run.apply(10 * ROWS);
        run.awaitProcessed(id, 1);
        Fault.Healing healing = fault.strike(run.stage(), new Random(1));
        pause(SOME_SECONDS);
        healing.heal();
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private static void whileMails(Run run, Manner manner) {
        int before = run.stage().mailServer().visits(manner);
        run.stage().mailServer().behave(manner);
        run.apply(ROWS / 10);
        Awaitility.await("somebody meets " + manner)
                .atMost(Duration.ofMinutes(1))
                .until(() -> run.stage().mailServer().visits(manner) > before);
        run.stage().mailServer().behave(Manner.ACCEPT);
    }

    static void awaitDeath(Run run, CrashPoint point) {
        Awaitility.await("somebody dies at " + point)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !run.stage().orders().isOpen(point));
    }
}
