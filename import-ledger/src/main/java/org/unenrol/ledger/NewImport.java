package org.unenrol.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;

/**
 * A file that has been found fit, about to become an import.
 *
 * @param rows how many rows the file has, at least one
 * @param duplicates rows that never take effect, since an earlier one counts
 * @param idempotencyKey the caller's; the same key of the same submitter gives the same import
 */
public record NewImport(
        UUID uploadFile,
        String fileName,
        String sha256,
        Reading reading,
        int rows,
        Mode mode,
        Submitter submitter,
        DuplicateRows duplicates,
        @Nullable String idempotencyKey) {

    /** Whether that import is of the same bytes and mode. */
    boolean isAgain(Import known) {
        return known.sha256().equals(sha256) && known.mode() == mode;
    }
}
