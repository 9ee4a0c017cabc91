package org.unenrol.folder.watch;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.unenrol.account.Accounts;
import org.unenrol.audit.AuditTrail;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.intake.Intake;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.folder.FolderFiles;

/** Makes watches of folders on the parts of the service that they need. */
public record FolderWatches(
        Accounts accounts,
        Intake intake,
        Imports imports,
        StoredFiles files,
        FolderFiles ledger,
        AuditTrail audit) {

    public FolderWatch of(WatchedFolder watched, DropFolder place) {
        return of(watched, place, System::nanoTime);
    }

    FolderWatch of(WatchedFolder watched, DropFolder place, LongSupplier nanoTime) {
        FileReturn returned = new FileReturn(imports, files, ledger, audit, InstantSource.system());
        FileTaking taking =
                new FileTaking(
                        watched, new FolderAccount(accounts, watched), intake, ledger, returned);
        return new FolderWatch(
                watched, place, ledger, new FileTurn(ledger, taking, returned), nanoTime);
    }
}
