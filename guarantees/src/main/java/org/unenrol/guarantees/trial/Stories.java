package org.unenrol.guarantees.trial;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.fault.LateRows;
import org.unenrol.guarantees.fault.Redelivery;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.smtp.Manner;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.trial.Run.Circumstances;
import org.unenrol.guarantees.weave.CrashPoint;

/** The stories of the trials. */
final class Stories {

    /** More than the quick tempo lets a consumer think about what it has polled. */
    static final Duration LONGER_THAN_A_POLL = Duration.ofSeconds(20);

    static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration SOME_SECONDS = Duration.ofSeconds(5);
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int SEVERAL = 6;

    private Stories() {}

    static void verifyThenApply(Run run) {
        LearnerRoster roster = run.roster(FEW);
        run.applyVerified(run.verify(roster), roster);
    }

    static void sameEnrolments(Run run) {
        LearnerRoster roster = run.roster(FEW);
        for (int i = 0; i < 3; i++) {
            run.apply(roster, Circumstances.DISTURBED);
        }
    }

    /**
     * A worker dies amid the first; the second is crossed by an import that ends the places again;
     * what the third would give back has been ended by somebody else since.
     */
    static void takenBack(Run run) {
        LearnerRoster undisturbed = run.roster(4 * FEW);
        LearnerRoster crossed = run.roster(2 * FEW);
        LearnerRoster overtaken = run.roster(FEW);
        String first = run.apply(undisturbed, Circumstances.UNDISTURBED);
        String second = run.apply(crossed, Circumstances.UNDISTURBED);
        String third = run.apply(overtaken, Circumstances.UNDISTURBED);
        String back = run.takeBack(first, undisturbed, Circumstances.UNDISTURBED);
        run.awaitProcessed(back, 1);
        run.stage().services(Service.WORKER).get(0).kill();
        run.takeBack(second, crossed, Circumstances.DISTURBED);
        run.apply(crossed, Circumstances.DISTURBED);
        run.awaitEnd(third);
        run.organisation().enrol(overtaken);
        run.awaitEnd(run.apply(overtaken, Circumstances.DISTURBED));
        run.takeBack(third, overtaken, Circumstances.DISTURBED);
    }

    static void cancelInTheMiddle(Run run) {
        String id = run.apply(run.roster(2 * MANY), Circumstances.DISTURBED);
        run.awaitProcessed(id, 1);
        run.administrator().cancel(id);
    }

    static void repeatedMessages(Run run) throws Exception {
        Redelivery again = new Redelivery(run.stage().broker());
        again.follow("unenrolment.rows");
        again.follow("unenrolment.outcomes");
        String id = run.apply(MANY);
        run.awaitProcessed(id, FEW);
        again.repeatShuffled();
        run.awaitProcessed(id, MANY);
        again.repeatShuffled();
    }

    static void poison(Run run) throws Exception {
        String id = run.apply(MANY);
        run.awaitProcessed(id, 1);
        new Redelivery(run.stage().broker()).poison("unenrolment.rows");
        run.spoilt();
        new Redelivery(run.stage().broker()).poison("unenrolment.outcomes");
        run.spoilt();
    }

    static void rowsComeAfterTheEnd(Run run) throws Exception {
        run.awaitEnd(run.apply(FEW));
        if (new LateRows(run.stage()).send() < FEW) {
            throw new IllegalStateException("some rows are no longer on the topic");
        }
        new Redelivery(run.stage().broker()).awaitRead("unenrolment.rows", "unenrol-worker");
    }

    static void garbageThatIsJson(Run run) throws Exception {
        String id = run.apply(MANY);
        run.awaitProcessed(id, 1);
        Fault.GARBAGE_THAT_IS_JSON.strike(run.stage(), new Random(1)).heal();
    }

    /** Before the true records of the same imports are looked at. */
    static void forgedRecords(Run run) throws Exception {
        List<ServiceProcess> workers = run.stage().services(Service.WORKER);
        workers.forEach(ServiceProcess::down);
        run.awaitDispatched(run.verify(run.roster(FEW)), 1);
        run.awaitDispatched(run.apply(FEW), 1);
        Fault.FORGED_RECORDS.strike(run.stage(), new Random(1)).heal();
        new Redelivery(run.stage().broker()).awaitRead("unenrolment.outcomes", "notifier-service");
        workers.forEach(ServiceProcess::start);
    }

    /** A file for which a worker that settles a row a call would need minutes. */
    static void platformSlow(Run run) throws Exception {
        run.nothingIsBroken();
        Fault.Healing healing = Fault.PLATFORM_SLOW.strike(run.stage(), new Random(1));
        run.awaitEndInTime(run.apply(FEW));
        healing.heal();
    }

    /** For several times as long as after which an import counts as stalled. */
    static void workersAreAway(Run run) throws Exception {
        Redelivery topic = new Redelivery(run.stage().broker());
        List<ServiceProcess> workers = run.stage().services(Service.WORKER);
        workers.forEach(ServiceProcess::down);
        long before = topic.published("unenrolment.rows");
        run.awaitDispatched(run.apply(FEW / 4), FEW / 4);
        Thread.sleep(LONGER_THAN_A_POLL.toMillis());
        run.published(topic.published("unenrolment.rows") - before, FEW / 4);
        workers.forEach(ServiceProcess::start);
    }

    /** Rows of all of them are left to be dispatched when the dispatcher dies. */
    static void manyImportsAfterARestart(Run run) {
        List<ServiceProcess> workers = run.stage().services(Service.WORKER);
        workers.forEach(ServiceProcess::down);
        for (int i = 0; i < SEVERAL; i++) {
            run.awaitDispatched(run.apply(2 * FEW), 1);
        }
        run.stage().services(Service.INGEST).forEach(ServiceProcess::kill);
        workers.forEach(ServiceProcess::start);
    }

    static void recordsDeleted(Run run) throws Exception {
        List<ServiceProcess> workers = rowsWaitForWorkers(run);
        new Redelivery(run.stage().broker()).deleteAll("unenrolment.rows");
        workers.forEach(ServiceProcess::start);
    }

    static void workerDiesAndItsRowsAreLost(Run run) throws Exception {
        List<ServiceProcess> workers = rowsWaitForWorkers(run);
        run.stage().orders().order(CrashPoint.AFTER_OUTCOMES_ACKNOWLEDGED);
        workers.forEach(ServiceProcess::start);
        run.stage().orders().awaitDeath(CrashPoint.AFTER_OUTCOMES_ACKNOWLEDGED);
        new Redelivery(run.stage().broker()).deleteAll("unenrolment.rows");
    }

    /** Rows of an import are on the topic, and nobody is there to take them. */
    private static List<ServiceProcess> rowsWaitForWorkers(Run run) {
        List<ServiceProcess> workers = run.stage().services(Service.WORKER);
        workers.forEach(ServiceProcess::down);
        run.awaitDispatched(run.apply(FEW), 1);
        return workers;
    }

    static void dies(Run run, CrashPoint point) {
        run.stage().orders().order(point);
        run.apply(5 * FEW);
        run.stage().orders().awaitDeath(point);
    }

    /** An Error ends a consumer for good, unless somebody starts it again. */
    static void listenersFail(Run run) {
        List<CrashPoint> points =
                List.of(CrashPoint.BEFORE_ENDING_COMMIT, CrashPoint.BEFORE_RECORD_COMMIT);
        points.forEach(run.stage().orders()::orderError);
        run.apply(FEW);
        points.forEach(run.stage().orders()::awaitDeath);
        run.stage().services().forEach(ServiceProcess::awaitReady);
    }

    /** Half-way through an import each process is ended in order and started again, in turn. */
    static void rollingRestart(Run run) {
        LearnerRoster roster = run.roster(MANY);
        String id = run.applyVerified(run.verify(roster), roster);
        run.awaitProcessed(id, MANY / 2);
        for (ServiceProcess process : run.stage().services()) {
            process.end();
            process.start();
            run.apply(FEW);
            process.awaitReady();
        }
    }

    /** Breaks something in the middle of an import, for some seconds. */
    static void during(Run run, Fault fault) throws Exception {
        during(run, fault, SOME_SECONDS);
    }

    static void during(Run run, Fault fault, Duration time) throws Exception {
        String id = run.apply(MANY);
        run.awaitProcessed(id, 1);
        Fault.Healing healing = fault.strike(run.stage(), new Random(1));
        Thread.sleep(time.toMillis());
        healing.heal();
    }

    static void diskFull(Run run) throws Exception {
        Fault.Healing healing = Fault.DATABASE_DISK_FULL.strike(run.stage(), new Random(1));
        Thread uploading = new Thread(() -> run.apply(FEW), "administrator");
        uploading.start();
        Awaitility.await("an upload is refused")
                .atMost(Duration.ofMinutes(1))
                .until(() -> run.administrator().refusals() > 0);
        healing.heal();
        uploading.join();
    }

    static void whileMails(Run run, Manner... manners) {
        for (Manner manner : manners) {
            int before = run.stage().mailServer().visits(manner);
            run.stage().mailServer().behave(manner);
            run.apply(FEW / 10);
            Awaitility.await("somebody meets " + manner)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> run.stage().mailServer().visits(manner) > before);
            run.stage().mailServer().behave(Manner.ACCEPT);
        }
    }
}
