package org.unenrol.guarantees.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.unenrol.guarantees.fault.Fault;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.system.Stage;

/** One fault after the other, two at a time at most; every two minutes it is calm for a while. */
final class Gusts {

    private static final Duration SPELL = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(25);
    private static final int LONGEST_SECONDS = 60;

    private final Stage stage;
    private final StormOptions options;
    private final Random random;
    private final Deque<Blowing> blowing = new ArrayDeque<>();
    private Instant spellEnds = Instant.now().plus(SPELL);
    private int spell;
    private Fault.Healing previousVersion = Fault.Healing.NONE;

    private record Blowing(Fault fault, Fault.Healing healing, Instant until) {}

    Gusts(Stage stage, StormOptions options) {
        this.stage = stage;
        this.options = options;
        this.random = new Random(options.seed());
    }

    void next() throws Exception {
        if (Instant.now().isAfter(spellEnds)) {
            healAll();
            System.out.println(Instant.now() + " calm");
            Thread.sleep(CALM.toMillis());
            beginSpell();
        }
        Fault fault = options.faults().get(random.nextInt(options.faults().size()));
        if (blowing.stream().noneMatch(one -> clash(one.fault(), fault))) {
            strike(fault);
        }
        long wait = options.every().toMillis();
        Thread.sleep(wait / 2 + random.nextInt((int) wait));
        healOver(blowing.size() > 1);
    }

    /** The version before works beside in every second spell. */
    private void beginSpell() throws Exception {
        spellEnds = Instant.now().plus(SPELL);
        spell++;
        if (spell % 2 == 1 && !stage.previous().isEmpty()) {
            previousVersion = Fault.PREVIOUS_VERSION_BESIDE.strike(stage, random);
            System.out.println(Instant.now() + " the previous version works beside");
        }
    }

    /** Two that break the same thing would heal one another. */
    private static boolean clash(Fault one, Fault other) {
        return one.name().split("_")[0].equals(other.name().split("_")[0])
                || one.name().contains("LOSES")
                || (needsBroker(one) && other.name().startsWith("BROKER"))
                || (needsBroker(other) && one.name().startsWith("BROKER"))
                || (needsDatabase(one) && other == Fault.DATABASE_CRASHED)
                || (needsDatabase(other) && one == Fault.DATABASE_CRASHED);
    }

    private static boolean needsBroker(Fault fault) {
        return switch (fault) {
            case RECORDS_DELETED,
                    OFFSETS_RESET,
                    MESSAGES_REPEATED,
                    REBALANCE_STORM,
                    ROWS_AFTER_THE_END,
                    GARBAGE_THAT_IS_JSON,
                    FORGED_RECORDS ->
                    true;
            default -> false;
        };
    }

    private static boolean needsDatabase(Fault fault) {
        return fault.name().startsWith("DATABASE")
                || fault == Fault.ROWS_LOCKED
                || fault == Fault.ROWS_AFTER_THE_END
                || fault == Fault.FORGED_RECORDS;
    }

    private void strike(Fault fault) {
        Duration time = Duration.ofSeconds(2 + random.nextInt(random.nextInt(LONGEST_SECONDS) + 1));
        System.out.println(Instant.now() + " " + fault + " for " + time.toSeconds() + " s");
        try {
            blowing.add(new Blowing(fault, fault.strike(stage, random), Instant.now().plus(time)));
        } catch (Exception e) {
            System.out.println(Instant.now() + " " + fault + " could not strike: " + e);
        }
    }

    private void healOver(boolean oneMustGo) throws Exception {
        int most = blowing.size();
        for (int i = 0; i < most; i++) {
            Blowing one = blowing.remove();
            if (Instant.now().isAfter(one.until()) || (oneMustGo && i == 0)) {
                heal(one);
            } else {
                blowing.add(one);
            }
        }
    }

    private static void heal(Blowing one) throws Exception {
        one.healing().heal();
        System.out.println(Instant.now() + " " + one.fault() + " healed");
    }

    /** Heals everything and waits until all processes are up again. */
    void healAll() throws Exception {
        while (!blowing.isEmpty()) {
            heal(blowing.remove());
        }
        previousVersion.heal();
        previousVersion = Fault.Healing.NONE;
        stage.database().awaitReady();
        stage.broker().awaitReady();
        stage.services().forEach(ServiceProcess::awaitReady);
    }
}
