package org.unenrol.guarantees.system;

import org.unenrol.ingest.IngestService;
import org.unenrol.notifier.NotifierService;
import org.unenrol.worker.UnenrolWorker;

/** The kinds of service process. */
public enum Service {
    INGEST(IngestService.class, "ingest-service"),
    WORKER(UnenrolWorker.class, "unenrol-worker"),
    NOTIFIER(NotifierService.class, "notifier-service");

    private final Class<?> program;

    private final String folder;

    Service(Class<?> program, String folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The folder of its sources. */
    String folder() {
        return folder;
    }

    Class<?> program() {
        return program;
    }
}
