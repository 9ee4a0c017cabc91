package org.unenrol.guarantees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.unenrol.guarantees.system.Service;
import org.unenrol.guarantees.system.Stage;
import org.unenrol.guarantees.system.Tempo;

/** One system for all tests of this JVM. */
final class SharedStage {

    private static final Stage STAGE = start();

    private SharedStage() {}

    static Stage get() {
        return STAGE;
    }

    private static Stage start() {
        try {
            return Stage.start(
                    Files.createTempDirectory(Path.of("target"), "stage"),
                    Tempo.QUICK,
                    Map.of(Service.INGEST, 1, Service.WORKER, 3, Service.NOTIFIER, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
