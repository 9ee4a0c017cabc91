package org.unenrol.folder.watch;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.folder.watch.FileWaitsException.Reason;
import org.unenrol.intake.Intake;
import org.unenrol.intake.Upload;
import org.unenrol.ledger.NewImport;
import org.unenrol.ledger.Submission;
import org.unenrol.ledger.Submitter;
import org.unenrol.ledger.folder.EarlierImports;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.folder.TakenFile;

/** Makes a file an import, once: however often it is tried, and by however many. */
final class FileTaking {

    private static final Logger log = LoggerFactory.getLogger(FileTaking.class);

    private final WatchedFolder folder;
    private final FolderAccount account;
    private final Intake intake;
    private final FolderFiles ledger;
    private final FileReturn returned;

    FileTaking(
            WatchedFolder folder,
            FolderAccount account,
            Intake intake,
            FolderFiles ledger,
            FileReturn returned) {
        this.folder = folder;
        this.account = account;
        this.intake = intake;
        this.ledger = ledger;
        this.returned = returned;
    }

    /** Reads the file; what has changed meanwhile is left for later. */
    void take(ClaimedFile file, FoundFile found) throws IOException {
        Submitter submitter = account.submitter();
        try (HeldContent content = file.open()) {
            NewImport received = intake.receive(upload(content, found, submitter));
            if (content.count() == found.size() && isUnchanged(file, found)) {
                submit(file, found, received);
            } else {
                intake.discard(received);
            }
        } catch (RefusedFileException e) {
            if (isUnchanged(file, found)) {
                log.info("folder={} a file is refused: {}", folder.name(), e.reason());
                returned.refused(file, found, Reasons.of(e, submitter.language()));
            }
        }
    }

    private Upload upload(HeldContent content, FoundFile found, Submitter submitter) {
        return new Upload(content, found.name(), null, folder.mode(), submitter, null);
    }

    private static boolean isUnchanged(ClaimedFile file, FoundFile found) throws IOException {
        return file.folder().find(file.path()).equals(Optional.of(found));
    }

    private void submit(ClaimedFile file, FoundFile found, NewImport received) {
        file.renew();
        UUID importId = importOf(file, received);
        ledger.taken(
                file.claim(),
                new TakenFile(
                        received.sha256(),
                        received.mode(),
                        found.size(),
                        found.modified(),
                        importId));
        log.info("folder={} importId={} taken", folder.name(), importId);
    }

    private UUID importOf(ClaimedFile file, NewImport received) {
        EarlierImports earlier = ledger.earlier(file.claim(), received.sha256(), received.mode());
        UUID known = earlier.valid();
        if (known != null) {
            intake.discard(received);
            return known;
        }
        String key = ContentKey.of(file.claim(), received, earlier.failed());
        Submission submission = intake.submit(received.withIdempotencyKey(key));
        if (submission instanceof Submission.KeyReused) {
            throw new FileWaitsException(Reason.KEY_REUSED);
        }
        return submission.importId();
    }
}
