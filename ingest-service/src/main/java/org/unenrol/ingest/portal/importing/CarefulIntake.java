package org.unenrol.ingest.portal.importing;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unenrol.ingest.upload.Intake;
import org.unenrol.ingest.upload.Upload;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.model.Mode;

/**
 * Takes files in, and holds a real run of bytes that have never been verified until somebody has
 * said once more that it is wanted. A session holds one file; what it forgets is swept like any
 * other stored file that belongs to no import.
 */
@Component
class CarefulIntake {

    private final Intake intake;
    private final ImportHistory history;
    private final StoredFiles files;

    CarefulIntake(Intake intake, ImportHistory history, StoredFiles files) {
        this.intake = intake;
        this.history = history;
        this.files = files;
    }

    Taken take(Upload upload, HttpSession session) throws IOException {
        NewImport fit = intake.receive(upload);
        if (fit.mode() == Mode.VERIFY_ONLY || history.hasBeenVerified(fit.sha256())) {
            return new Begun(intake.submit(fit).importId());
        }
        HeldFile earlier = held(session);
        HeldFile now = HeldFile.of(fit);
        session.setAttribute(HeldFile.ATTRIBUTE, now);
        if (earlier != null) {
            files.delete(earlier.file());
        }
        return new Held(now);
    }

    /**
     * Imports the file that is held. The same file confirmed twice is one import.
     *
     * @return empty when the session holds it no longer
     */
    Optional<UUID> confirm(UUID file, Mode mode, Submitter submitter, HttpSession session)
            throws IOException {
        HeldFile held = held(session);
        if (held == null || !held.file().equals(file)) {
            return Optional.empty();
        }
        try (InputStream content = files.open(file)) {
            UUID id =
                    intake.take(
                                    new Upload(
                                            content,
                                            held.fileName(),
                                            null,
                                            mode,
                                            submitter,
                                            "confirmed " + file))
                            .importId();
            session.removeAttribute(HeldFile.ATTRIBUTE);
            files.delete(file);
            return Optional.of(id);
        }
    }

    private static @Nullable HeldFile held(HttpSession session) {
        return (HeldFile) session.getAttribute(HeldFile.ATTRIBUTE);
    }

    /** What became of an upload. */
    sealed interface Taken {}

    record Begun(UUID importId) implements Taken {}

    record Held(HeldFile file) implements Taken {}
}
