package org.unenrol.folder.watch;

import java.io.IOException;
import java.util.Set;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.FolderClaim;
import org.unenrol.ledger.folder.FolderFiles;
import org.unenrol.ledger.folder.TakenFile;

/** The work on one file, done by the one process that holds it. */
final class FileTurn {

    private final FolderFiles ledger;
    private final FileTaking taking;
    private final FileReturn returned;

    FileTurn(FolderFiles ledger, FileTaking taking, FileReturn returned) {
        this.ledger = ledger;
        this.taking = taking;
        this.returned = returned;
    }

    /**
     * Does it, unless another holds the file. It is looked at anew once it is held, as it may have
     * been moved since the folder was listed.
     */
    void have(FolderSession folder, String folderName, String name, Set<FoundFile> quiet)
            throws IOException {
        FolderClaim claim = ledger.claim(folderName, name).orElse(null);
        if (claim == null) {
            return;
        }
        try {
            FoundFile found = folder.find(FolderPath.of(name)).orElse(null);
            act(new ClaimedFile(folder, ledger, claim, found), quiet);
        } finally {
            ledger.release(claim);
        }
    }

    private void act(ClaimedFile file, Set<FoundFile> quiet) throws IOException {
        TakenFile taken = file.claim().taken();
        FoundFile found = file.found();
        if (taken != null) {
            returned.ended(file, taken);
        } else if (found == null) {
            ledger.forget(file.claim());
        } else if (quiet.contains(found)) {
            taking.take(file, found);
        }
    }
}
