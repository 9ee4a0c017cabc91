package org.unenrol.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.unenrol.csv.NotUtf8Exception;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Reading;
import org.unenrol.ledger.Submission;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.service.WorkLoop;

/** Takes files in. What it accepts is durable; what it refuses leaves nothing behind. */
@Component
public class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final StoredFiles files;
    private final Imports imports;
    private final UploadSettings settings;
    private final WorkLoop dispatchLoop;

    Intake(
            StoredFiles files,
            Imports imports,
            UploadSettings settings,
            @Qualifier("dispatchLoop") WorkLoop dispatchLoop) {
        this.files = files;
        this.imports = imports;
        this.settings = settings;
        this.dispatchLoop = dispatchLoop;
    }

    /**
     * Reads the upload to its end and makes it an import.
     *
     * @throws RefusedFileException when it cannot be a file of this kind
     */
    public Submission take(Upload upload) throws IOException {
        return submit(receive(upload));
    }

    /**
     * Reads the upload to its end and stores it, for {@link #submit(NewImport)} to make it an
     * import.
     *
     * @throws RefusedFileException when it cannot be a file of this kind
     */
    public NewImport receive(Upload upload) throws IOException {
        StoredFileWriter stored = files.create();
        boolean fit = false;
        try {
            NewImport received = newImport(upload, stored, storeAndCheck(upload, stored));
            fit = true;
            return received;
        } catch (RefusedFileException e) {
            log.info("upload refused: {}", e.reason());
            throw e;
        } finally {
            if (!fit) {
                files.delete(stored.id());
            }
        }
    }

    /** Makes what was received an import; its file stays only with a new one. */
    public Submission submit(NewImport received) {
        boolean kept = false;
        try {
            Submission submission = imports.submit(received);
            kept = submission instanceof Submission.Accepted;
            if (kept) {
                log.info("importId={} rows={} accepted", submission.importId(), received.rows());
                dispatchLoop.signal();
            }
            return submission;
        } finally {
            if (!kept) {
                files.delete(received.uploadFile());
            }
        }
    }

    /** Deletes what was received and is not to become an import. */
    public void discard(NewImport received) {
        files.delete(received.uploadFile());
    }

    private FileCheck storeAndCheck(Upload upload, StoredFileWriter stored) throws IOException {
        try (InputStream copying = new CopyingStream(upload.content(), stored)) {
            try {
                FileCheck check = FileCheck.of(copying, settings.limits(), upload.charset());
                copying.transferTo(OutputStream.nullOutputStream());
                return check;
            } catch (NotUtf8Exception e) {
                copying.transferTo(OutputStream.nullOutputStream());
                stored.close();
                return FileCheck.of(files.open(stored.id()), settings.limits(), e.charset());
            } finally {
                stored.close();
            }
        }
    }

    private static NewImport newImport(Upload upload, StoredFileWriter stored, FileCheck check) {
        return new NewImport(
                        stored.id(),
                        upload.fileName(),
                        stored.sha256(),
                        new Reading(
                                check.format().charset().name(),
                                check.format().delimiter(),
                                check.headerRow()),
                        check.rows(),
                        upload.mode(),
                        upload.submitter(),
                        check.duplicates(),
                        upload.idempotencyKey())
                .with(upload.learnerEmails());
    }
}
