package org.unenrol.portal.importing;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.model.Mode;

/**
 * Takes files in, and holds a real run of bytes that its administrator has not verified lately
 * until they have said once more that it is wanted. What nobody decides upon is swept like any
 * other stored file that belongs to no import.
 */
@Component
class CarefulIntake {

    private final Intake intake;
    private final ImportHistory history;
    private final StoredFiles files;
    private final UploadAttempts attempts;

    CarefulIntake(
            Intake intake, ImportHistory history, StoredFiles files, UploadAttempts attempts) {
        this.intake = intake;
        this.history = history;
        this.files = files;
        this.attempts = attempts;
    }

    /**
     * Reads the upload to its end, and imports or holds it unless it has been cancelled meanwhile.
     *
     * @param attempt by which it can be cancelled; empty where nobody can
     */
    Taken take(Upload upload, String attempt, HttpSession session) throws IOException {
        NewImport fit = intake.receive(upload);
        if (!attempt.isEmpty() && !attempts.takeIn(upload.submitter().username(), attempt)) {
            files.delete(fit.uploadFile());
            return new Cancelled();
        }
        if (fit.mode() == Mode.VERIFY_ONLY
                || history.hasVerified(upload.submitter().username(), fit.sha256())) {
            return new Begun(intake.submit(fit).importId());
        }
        HeldFile held = HeldFile.of(fit);
        session.setAttribute(HeldFile.attribute(held.file()), held);
        return new Held(held);
    }

    /**
     * Imports a file that is held. Confirmed twice, it is one import.
     *
     * @return empty when the file is not held any longer
     */
    Optional<UUID> confirm(UUID file, Mode mode, Submitter submitter, HttpSession session)
            throws IOException {
        String key = "confirmed " + file;
        Optional<UUID> earlier = history.ofKey(submitter.username(), key);
        HeldFile held = held(file, session);
        if (earlier.isPresent() || held == null) {
            return earlier;
        }
        try (InputStream content = files.open(file)) {
            UUID id =
                    intake.take(new Upload(content, held.fileName(), null, mode, submitter, key))
                            .importId();
            discard(file, session);
            return Optional.of(id);
        } catch (RefusedFileException e) {
            return history.ofKey(submitter.username(), key); // it has gone meanwhile
        }
    }

    /** Forgets a file that is held. */
    void discard(UUID file, HttpSession session) {
        if (held(file, session) != null) {
            session.removeAttribute(HeldFile.attribute(file));
            files.delete(file);
        }
    }

    private static @Nullable HeldFile held(UUID file, HttpSession session) {
        return (HeldFile) session.getAttribute(HeldFile.attribute(file));
    }

    /** The result of an upload. */
    sealed interface Taken {}

    record Begun(UUID importId) implements Taken {}

    record Held(HeldFile file) implements Taken {}

    record Cancelled() implements Taken {}
}
