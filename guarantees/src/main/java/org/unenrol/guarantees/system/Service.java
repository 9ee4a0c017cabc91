package org.unenrol.guarantees.system;

import org.unenrol.ingest.IngestService;
import org.unenrol.notifier.NotifierService;
import org.unenrol.worker.UnenrolWorker;

/** The kinds of service process. */
public enum Service {
    INGEST(IngestService.class),
    WORKER(UnenrolWorker.class),
    NOTIFIER(NotifierService.class);

    private final Class<?> program;

    Service(Class<?> program) {
        this.program = program;
    }

    Class<?> program() {
        return program;
    }
}
