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
 * @param learnerEmails its choice about emails to its learners
 * @param reason what it is for, in its submitter's words; null where none is given
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
        LearnerEmails learnerEmails,
        @Nullable String reason,
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
                LearnerEmails.AS_ROWS_SAY,
                null,
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
                learnerEmails,
                reason,
                origin);
    }

    /** The same with another choice about emails to its learners. */
    public NewImport with(LearnerEmails choice) {
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
                idempotencyKey,
                choice,
                reason,
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
            @Nullable String idempotencyKey,
            LearnerEmails learnerEmails) {
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
                learnerEmails,
                mode == Mode.TAKE_BACK ? null : of.reason(),
                origin);
    }

    /** Applies the bytes of a verification. */
    static NewImport applying(Import verified, UUID uploadFile, Application application) {
        return new NewImport(
                uploadFile,
                verified.file().name(),
                verified.file().sha256(),
                verified.file().reading(),
                verified.rows(),
                Mode.APPLY,
                application.submitter(),
                new DuplicateRows(),
                verified.id(),
                application.idempotencyKey(),
                application.emailsAfter(verified.learnerEmails()),
                application.reason(),
                null);
    }

    /**
     * Tells whether that import is of the same bytes and mode, or applies the same verification,
     * and mails as many learners.
     */
    boolean isAgain(Import known) {
        if (origin != null) {
            return origin.importId().equals(known.origin())
                    && known.mode() == mode
                    && known.learnerEmails() == learnerEmails;
        }
        boolean same =
                verifiedBy == null
                        ? known.file().sha256().equals(sha256) && known.mode() == mode
                        : verifiedBy.equals(known.verifiedBy());
        return same && known.learnerEmails() == learnerEmails;
    }
}
