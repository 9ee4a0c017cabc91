package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.FolderClaim;
import org.unenrol.ledger.folder.FolderFiles;

/**
 * A file that this process holds, in a folder that it has reached.
 *
 * @param found as the look has found it; null when it is not in the folder any more
 */
record ClaimedFile(
        FolderSession folder, FolderFiles ledger, FolderClaim claim, @Nullable FoundFile found) {

    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(1);
    private static final int BUFFER_BYTES = 64 * 1024;

    FolderPath path() {
        return FolderPath.of(claim.name());
    }

    /** Goes on holding it, however long that takes. */
    void renew() {
        ledger.renew(claim);
    }

    /** The content; the lease is renewed while it is read. */
    HeldContent open() throws IOException {
        return new HeldContent(folder.read(path()), renewal());
    }

    /** Copies all of it, and renews the lease meanwhile. */
    void copy(InputStream content, OutputStream target) throws IOException {
        Runnable renewal = renewal();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            target.write(buffer, 0, count);
            renewal.run();
        }
    }

    private Runnable renewal() {
        return new Runnable() {

            private long renewedAt = System.nanoTime();

            @Override
            public void run() {
                if (System.nanoTime() - renewedAt >= BETWEEN_RENEWALS.toNanos()) {
                    renew();
                    renewedAt = System.nanoTime();
                }
            }
        };
    }
}
