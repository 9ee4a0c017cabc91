package org.unenrol.guarantees.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.trial.Run;
import org.unenrol.guarantees.trial.Run.Circumstances;

/** Administrators who import all the time, several at once. */
final class Load {

    private static final int ADMINISTRATORS = 2;
    private static final int OPEN_AT_MOST = 8;

    private final Run run;
    private final StormOptions options;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> administrators = new ArrayList<>();

    private Load(Run run, StormOptions options) {
        this.run = run;
        this.options = options;
    }

    static Load begin(Run run, StormOptions options) {
        Load load = new Load(run, options);
        for (int i = 1; i <= ADMINISTRATORS; i++) {
            Random random = new Random(options.seed() * 100 + i);
            Thread administrator = new Thread(() -> load.work(random), "administrator " + i);
            administrator.setDaemon(true);
            administrator.start();
            load.administrators.add(administrator);
        }
        return load;
    }

    private void work(Random random) {
        while (!stopped.get()) {
            try {
                if (run.open() < OPEN_AT_MOST) {
                    importSomething(random);
                }
                Thread.sleep(500);
            } catch (DataAccessException e) {
                // The database is broken for us too; nothing of this file has been submitted.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void importSomething(Random random) {
        LearnerRoster roster = run.roster(1 + random.nextInt(random.nextInt(options.rows()) + 1));
        switch (random.nextInt(6)) {
            case 0 -> run.verify(roster);
            case 1 -> {
                run.apply(roster, Circumstances.DISTURBED);
                run.apply(roster, Circumstances.DISTURBED);
            }
            case 2 -> {
                String id = run.apply(roster, Circumstances.DISTURBED);
                run.administrator().cancel(id);
            }
            default -> run.apply(roster, Circumstances.UNDISTURBED);
        }
    }

    /** Lets everybody finish what they have begun. */
    void stop() throws InterruptedException {
        stopped.set(true);
        for (Thread administrator : administrators) {
            administrator.join();
        }
    }
}
