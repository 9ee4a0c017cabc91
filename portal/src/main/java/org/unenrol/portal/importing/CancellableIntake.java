package org.unenrol.portal.importing;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.ledger.NewImport;

/** Takes files in, unless they have been cancelled while they were being checked. */
@Component
class CancellableIntake {

    private final Intake intake;
    private final UploadAttempts attempts;

    CancellableIntake(Intake intake, UploadAttempts attempts) {
        this.intake = intake;
        this.attempts = attempts;
    }

    /**
     * Reads the upload to its end, and makes it an import.
     *
     * @param attempt by which it can be cancelled; empty where nobody can
     * @return empty when it has been cancelled meanwhile: nothing of it stays behind
     */
    Optional<UUID> take(Upload upload, String attempt) throws IOException {
        NewImport fit = intake.receive(upload);
        if (!attempt.isEmpty() && !attempts.takeIn(upload.submitter().username(), attempt)) {
            intake.discard(fit);
            return Optional.empty();
        }
        return Optional.of(intake.submit(fit).importId());
    }
}
