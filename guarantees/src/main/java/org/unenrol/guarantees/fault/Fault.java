package org.unenrol.guarantees.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.unenrol.guarantees.network.Behaviour;
import org.unenrol.guarantees.network.Proxy;
import org.unenrol.guarantees.smtp.Manner;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.weave.CrashPoint;

/** A fault that can be caused. The names tell the judge whose fault it was. */
public enum Fault {
    INGEST_KILLED((stage, random) -> kill(stage, Service.INGEST, random)),
    WORKER_KILLED((stage, random) -> kill(stage, Service.WORKER, random)),
    NOTIFIER_KILLED((stage, random) -> kill(stage, Service.NOTIFIER, random)),
    CRASH_AT_A_POINT(Fault::crashAtAPoint),
    INGEST_FROZEN((stage, random) -> freeze(stage, Service.INGEST, random)),
    WORKER_FROZEN((stage, random) -> freeze(stage, Service.WORKER, random)),
    NOTIFIER_FROZEN((stage, random) -> freeze(stage, Service.NOTIFIER, random)),
    REBALANCE_STORM((stage, random) -> RebalanceStorm.begin(stage.broker())),

    BROKER_KILLED(
            (stage, random) -> {
                stage.broker().kill();
                return stage.broker()::start;
            }),
    BROKER_LOSES_ALL(
            (stage, random) -> {
                stage.broker().kill();
                stage.broker().wipe();
                return stage.broker()::start;
            }),
    RECORDS_DELETED(
            (stage, random) -> {
                new Redelivery(stage.broker()).deleteAll("unenrolment.rows");
                new Redelivery(stage.broker()).deleteAll("unenrolment.outcomes");
                return Healing.NONE;
            }),
    OFFSETS_RESET(
            (stage, random) -> {
                List<ServiceProcess> workers = stage.services(Service.WORKER);
                Healing healing = () -> workers.forEach(ServiceProcess::start);
                workers.forEach(ServiceProcess::down);
                try {
                    new Redelivery(stage.broker()).resetOffsets("unenrol-worker");
                } catch (Exception e) {
                    healing.heal();
                    throw e;
                }
                return healing;
            }),
    MESSAGES_REPEATED(
            (stage, random) -> {
                new Redelivery(stage.broker())
                        .recent("unenrolment.rows", 200)
                        .recent("unenrolment.outcomes", 200)
                        .repeatShuffled();
                return Healing.NONE;
            }),

    ROWS_AFTER_THE_END(
            (stage, random) -> {
                new LateRows(stage).send();
                return Healing.NONE;
            }),
    GARBAGE_THAT_IS_JSON(
            (stage, random) -> {
                for (String topic : List.of("unenrolment.rows", "unenrolment.outcomes")) {
                    stage.spoilt(new Redelivery(stage.broker()).garbage(topic));
                }
                return Healing.NONE;
            }),
    FORGED_RECORDS(
            (stage, random) -> {
                stage.spoilt(new ForgedRecords(stage).send());
                return Healing.NONE;
            }),
    PLATFORM_SLOW(
            (stage, random) -> {
                stage.orders().slowPlatform(Duration.ofSeconds(1), Duration.ofMillis(2));
                return stage.orders()::quickPlatform;
            }),
    ROWS_LOCKED((stage, random) -> RowLocks.hold(stage.database())),
    PREVIOUS_VERSION_BESIDE(
            (stage, random) -> {
                stage.previous().forEach(ServiceProcess::start);
                stage.previous().forEach(ServiceProcess::awaitReady);
                return () -> stage.previous().forEach(ServiceProcess::down);
            }),

    DATABASE_CLOCK_PUT_BACK(
            (stage, random) -> {
                new DatabaseModes(stage).clockPutBack();
                return Healing.NONE;
            }),
    DATABASE_CRASHED(
            (stage, random) -> {
                stage.database().crash();
                return stage.database()::start;
            }),
    DATABASE_READ_ONLY(
            (stage, random) -> {
                new DatabaseModes(stage).readOnly();
                return new DatabaseModes(stage)::writable;
            }),
    DATABASE_HAS_FEW_CONNECTIONS(
            (stage, random) -> {
                new DatabaseModes(stage).fewConnections();
                return new DatabaseModes(stage)::manyConnections;
            }),
    DATABASE_DISK_FULL(
            (stage, random) -> {
                new DatabaseModes(stage).diskFull();
                return new DatabaseModes(stage)::diskFree;
            }),
    DATABASE_CUT((stage, random) -> behave(stage.database().proxy(), new Behaviour.Cut())),
    DATABASE_SWALLOWED(
            (stage, random) -> behave(stage.database().proxy(), new Behaviour.Swallow())),
    DATABASE_HALF_CLOSED(
            (stage, random) -> behave(stage.database().proxy(), new Behaviour.HalfClose())),
    DATABASE_DELAYED((stage, random) -> behave(stage.database().proxy(), new Behaviour.Delay(40))),
    DATABASE_THROTTLED(
            (stage, random) -> behave(stage.database().proxy(), new Behaviour.Throttle(100_000))),
    BROKER_CUT((stage, random) -> behave(stage.broker().proxy(), new Behaviour.Cut())),
    BROKER_SWALLOWED((stage, random) -> behave(stage.broker().proxy(), new Behaviour.Swallow())),
    BROKER_HALF_CLOSED(
            (stage, random) -> behave(stage.broker().proxy(), new Behaviour.HalfClose())),
    BROKER_DELAYED((stage, random) -> behave(stage.broker().proxy(), new Behaviour.Delay(60))),
    BROKER_THROTTLED(
            (stage, random) -> behave(stage.broker().proxy(), new Behaviour.Throttle(100_000))),
    SMTP_CUT((stage, random) -> behave(stage.mailProxy(), new Behaviour.Cut())),
    SMTP_SWALLOWED((stage, random) -> behave(stage.mailProxy(), new Behaviour.Swallow())),
    SMTP_HALF_CLOSED((stage, random) -> behave(stage.mailProxy(), new Behaviour.HalfClose())),
    SMTP_THROTTLED((stage, random) -> behave(stage.mailProxy(), new Behaviour.Throttle(2_000))),
    SMTP_MISBEHAVES(Fault::misbehave);

    @SuppressWarnings("ImmutableEnumChecker") // a method of this class
    private final Strike strike;

    Fault(Strike strike) {
        this.strike = strike;
    }

    /** Breaks it. */
    interface Strike {

        /** Returns how to heal it. */
        Healing at(Stage stage, RandomGenerator random) throws Exception;
    }

    /** Fixes what was broken. */
    @FunctionalInterface
    public interface Healing {

        Healing NONE = () -> {};

        void heal() throws Exception;
    }

    /** Breaks it; what is returned heals it and notes for the judge how long it was broken. */
    public Healing strike(Stage stage, RandomGenerator random) throws Exception {
        Instant from = Instant.now();
        Healing healing = strike.at(stage, random);
        return () -> {
            healing.heal();
            stage.faults().note(name(), from, Instant.now());
        };
    }

    private static Healing kill(Stage stage, Service service, RandomGenerator random) {
        any(stage.services(service), random).kill();
        return Healing.NONE;
    }

    private static Healing freeze(Stage stage, Service service, RandomGenerator random) {
        ServiceProcess frozen = any(stage.services(service), random);
        frozen.freeze();
        return frozen::thaw;
    }

    private static Healing crashAtAPoint(Stage stage, RandomGenerator random) {
        CrashPoint point = any(List.of(CrashPoint.values()), random);
        if (!stage.orders().isOpen(point)) {
            stage.orders().order(point);
        }
        return () -> {
            String outcome = stage.orders().isOpen(point) ? "NOT_REACHED_" : "CRASHED_";
            stage.orders().withdraw(point);
            stage.faults()
                    .note((outcome + point).toUpperCase(Locale.ROOT), Instant.now(), Instant.now());
        };
    }

    private static Healing behave(Proxy proxy, Behaviour behaviour) {
        proxy.behave(behaviour);
        return proxy::heal;
    }

    private static Healing misbehave(Stage stage, RandomGenerator random) {
        stage.mailServer().behave(any(List.of(Manner.values()), random));
        return () -> stage.mailServer().behave(Manner.ACCEPT);
    }

    private static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
