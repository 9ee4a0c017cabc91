package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.folder.Subfolder;
import org.unenrol.ledger.folder.TakenFile;
import org.unenrol.ledger.lifecycle.Damage;

/** Brings files to where they stay: beside their results, or beside the reason. */
final class FileReturn {

    private static final Logger log = LoggerFactory.getLogger(FileReturn.class);

    private final Imports imports;
    private final StoredFiles files;
    private final FolderFiles ledger;
    private final AuditTrail audit;
    private final Placing placing;

    FileReturn(
            Imports imports,
            StoredFiles files,
            FolderFiles ledger,
            AuditTrail audit,
            InstantSource clock) {
        this.imports = imports;
        this.files = files;
        this.ledger = ledger;
        this.audit = audit;
        this.placing = new Placing(clock);
    }

    /** Moves a file whose import has ended; one that has been replaced meanwhile stays. */
    void ended(ClaimedFile file, TakenFile taken) throws IOException {
        Import known = imports.find(taken.importId()).orElse(null);
        if (known == null || !known.state().hasEnded()) {
            return;
        }
        Companion companion = companion(known);
        placing.put(file, companion, sameAs(taken, file.found()));
        ledger.moved(file.claim());
        if (companion.kind() == Companion.Kind.RESULTS) {
            audit.record(
                    AuditEvent.of(AuditKind.RESULTS_DOWNLOADED)
                            .by(known.submitter().username())
                            .from(known.source())
                            .about(known.id()));
        }
        log.info("importId={} is back in its folder: {}", known.id(), companion.subfolder());
    }

    /** Moves a file that can be no import. */
    void refused(ClaimedFile file, FoundFile found, String reason) throws IOException {
        placing.put(file, Companion.reason(Subfolder.REFUSED, reason), found);
        ledger.forget(file.claim());
    }

    private Companion companion(Import ended) {
        Damage damage = ended.progress().failure();
        if (damage != null) {
            return Companion.reason(Subfolder.REFUSED, Reasons.of(ended, damage));
        }
        UUID results = ended.progress().resultsFile();
        return results == null
                ? Companion.reason(Subfolder.DONE, Reasons.resultsGone(ended))
                : Companion.results(() -> open(results));
    }

    private InputStream open(UUID results) {
        return files.open(results);
    }

    private static @Nullable FoundFile sameAs(TakenFile taken, @Nullable FoundFile found) {
        boolean same =
                found != null
                        && found.size() == taken.size()
                        && found.modified().equals(taken.modified());
        return same ? found : null;
    }
}
