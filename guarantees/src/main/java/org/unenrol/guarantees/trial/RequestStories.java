package org.unenrol.guarantees.trial;

import java.util.Random;
import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.fault.Redelivery;
import org.unenrol.guarantees.load.UpstreamSource;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.weave.CrashPoint;

/**
 * The stories of three upstream systems, each of which asks for an import. Their records come in
 * any order, and all of them twice.
 */
final class RequestStories {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    /** More rows than replies are sent at a time. */
    private static final int SOME = 2_500;

    private static final int OUTAGE_MILLIS = 2_000;

    private RequestStories() {}

    /** All records come again while rows are settled, and again when all is answered. */
    static void repeated(Run run) {
        UpstreamLoad load = run.requests().draw(FEW);
        load.publish();
        load.awaitProcessedInTime();
        load.publish();
        load.awaitAnsweredInTime();
        load.publish();
    }

    /** Processes die one after the other, each at a point of its own. */
    static void atCrashPoints(Run run) {
        for (CrashPoint point : CrashPoint.ofRequests()) {
            run.stage().orders().order(point);
        }
        run.requests().draw(SOME).publish();
        for (CrashPoint point : CrashPoint.ofRequests()) {
            run.stage().orders().awaitDeath(point);
        }
    }

    /** Breaks something while records are received, while rows are settled, and while answered. */
    static void during(Run run, Fault fault) throws Exception {
        UpstreamLoad load = run.requests().draw(MANY);
        load.publishHalf();
        load.awaitPart();
        strike(run, fault);
        load.publishRest();
        load.awaitProcessed();
        strike(run, fault);
        load.awaitRowsAnswered();
        strike(run, fault);
        run.stage().services().forEach(ServiceProcess::awaitReady);
    }

    private static void strike(Run run, Fault fault) throws Exception {
        run.stage().services().forEach(ServiceProcess::awaitReady);
        Fault.Healing healing = fault.strike(run.stage(), new Random(1));
        Thread.sleep(OUTAGE_MILLIS);
        healing.heal();
    }

    /** Empties the topics of what was accepted, before anybody has settled any of it. */
    static void deleted(Run run) throws Exception {
        var workers = run.stage().services(Service.WORKER);
        workers.forEach(ServiceProcess::down);
        UpstreamLoad load = run.requests().draw(MANY);
        load.publish();
        load.awaitAccepted();
        Redelivery topics = new Redelivery(run.stage().broker());
        for (UpstreamSource source : UpstreamSource.values()) {
            topics.deleteAll(source.requests());
        }
        topics.deleteAll("unenrolment.rows");
        workers.forEach(ServiceProcess::start);
    }
}
