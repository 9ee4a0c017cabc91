package org.unenrol.guarantees.trial;

import java.util.List;
import org.unenrol.guarantees.load.LearnerRoster;
import org.unenrol.guarantees.remote.RemotePlatform;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.ServiceProcess;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.trial.Run.Circumstances;

/**
 * The learners are on a remote platform: slow, one call in eight going wrong, and workers and the
 * notifier are killed all the while.
 */
final class RemoteStory {

    private static final int ROWS = 1_000;
    private static final int KILLS = 4;
    private static final int PAUSE_MILLIS = 1_000;

    private RemoteStory() {}

    static void play(Run run) throws Exception {
        run.platformIsRemote();
        Stage stage = run.stage();
        List<ServiceProcess> callers =
                stage.services().stream().filter(one -> one.service() != Service.INGEST).toList();
        try (RemotePlatform platform =
                RemotePlatform.start(stage.database().jdbc("remote platform"), 1)) {
            restart(callers, platform.settings());
            importAll(run, callers);
            platform.heal();
            run.healed();
            run.awaitAll();
            if (platform.troubles() == 0) {
                throw new IllegalStateException("nothing has gone wrong");
            }
        } finally {
            restart(callers, List.of());
        }
    }

    private static void importAll(Run run, List<ServiceProcess> callers) throws Exception {
        LearnerRoster roster = run.roster(ROWS);
        String first = run.apply(roster, Circumstances.DISTURBED);
        run.apply(roster, Circumstances.DISTURBED);
        run.apply(run.roster(ROWS / 10), Circumstances.DISTURBED);
        run.awaitProcessed(first, 1);
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(PAUSE_MILLIS);
            callers.get(i % callers.size()).kill();
        }
    }

    private static void restart(List<ServiceProcess> services, List<String> settings) {
        services.forEach(ServiceProcess::end);
        services.forEach(one -> one.with(settings).start());
        services.forEach(ServiceProcess::awaitReady);
    }
}
