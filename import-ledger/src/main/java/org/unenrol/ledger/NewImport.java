package org.unenrol.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;

/**
 * A file that has been found fit, about to become an import.
 *
 * @param rows how many rows the file has, at least one
 * @param duplicates rows that never take effect, since an earlier one counts
 * @param verifiedBy the verify-only import that is applied as it stood, which knows the duplicates;
 *     null for a file of its own
 * @param origin the import whose rows these are; null for all other imports
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
        @Nullable UUID verifiedBy,
        @Nullable String idempotencyKey,
        @Nullable LinkedRows origin) {

    /** Makes one of a file of its own. */
    public NewImport(
            UUID uploadFile,
            String fileName,
            String sha256,
            Reading reading,
            int rows,
            Mode mode,
            Submitter submitter,
            DuplicateRows duplicates,
            @Nullable String idempotencyKey) {
        this(
                uploadFile,
                fileName,
                sha256,
                reading,
                rows,
                mode,
                submitter,
                duplicates,
                null,
                idempotencyKey,
                null);
    }

    /** The same with a key, for a caller whose key depends on what was received. */
    public NewImport withIdempotencyKey(String key) {
        return new NewImport(
                uploadFile,
                fileName,
                sha256,
                reading,
                rows,
                mode,
                submitter,
                duplicates,
                verifiedBy,
                key,
                origin);
    }

    /** Makes one of the rows of another import, for which its file has been written. */
    public static NewImport ofRows(
            Import of,
            LinkedRows origin,
            Mode mode,
            UUID file,
            String sha256,
            Submitter submitter,
            DuplicateRows duplicates,
            @Nullable String idempotencyKey) {
        return new NewImport(
                file,
                of.file().name(),
                sha256,
                of.file().reading(),
                origin.rows().length,
                mode,
                submitter,
                duplicates,
                null,
                idempotencyKey,
                origin);
    }

    /** Applies the bytes of a verification. */
    static NewImport applying(
            Import verified,
            UUID uploadFile,
            Submitter submitter,
            @Nullable String idempotencyKey) {
        return new NewImport(
                uploadFile,
                verified.file().name(),
                verified.file().sha256(),
                verified.file().reading(),
                verified.rows(),
                Mode.APPLY,
                submitter,
                new DuplicateRows(),
                verified.id(),
                idempotencyKey,
                null);
    }

    /**
     * Tells whether that import is of the same bytes and mode, or applies the same verification, or
     * has the same origin.
     */
    boolean isAgain(Import known) {
        if (origin != null) {
            return origin.importId().equals(known.origin()) && known.mode() == mode;
        }
        return verifiedBy == null
                ? known.file().sha256().equals(sha256) && known.mode() == mode
                : verifiedBy.equals(known.verifiedBy());
    }
}
