package org.unenrol.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;

/**
 * One row, as the platform needs to know it.
 *
 * @param submittedAt when the import was accepted; an enrolment that begins then or later is not
 *     ended
 * @param areas those that the administrator manages in whose name the row is applied
 * @param username as the administrator wrote it; null where the row has none
 * @param activityReference null where the row has none
 * @param verifiedAs what the row meant at the verification, if there was one
 * @param validUntil by the database's clock; a later request is left alone. Null: for ever
 * @param actionable false: resolve only, so that all faults of a row can be named; nothing is ended
 * @param takesBack with {@link Mode#TAKE_BACK} the row whose ending is taken back
 */
public record UnenrolmentRequest(
        RowId id,
        Mode mode,
        Instant submittedAt,
        ManagedAreas areas,
        @Nullable String username,
        @Nullable String activityReference,
        @Nullable Meaning verifiedAs,
        @Nullable Instant validUntil,
        boolean actionable,
        @Nullable RowId takesBack) {

    /** A request that takes nothing back. */
    public UnenrolmentRequest(
            RowId id,
            Mode mode,
            Instant submittedAt,
            ManagedAreas areas,
            @Nullable String username,
            @Nullable String activityReference,
            @Nullable Meaning verifiedAs,
            @Nullable Instant validUntil,
            boolean actionable) {
        this(
                id,
                mode,
                submittedAt,
                areas,
                username,
                activityReference,
                verifiedAs,
                validUntil,
                actionable,
                null);
    }

    /** Tells whether the request may still be answered. */
    public boolean isValidAt(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /**
     * Tells whether the row means whom and what it meant at the verification, if there was one.
     * What was not recognised then may have been set right since.
     */
    public boolean isAsVerified(Meaning now) {
        return verifiedAs == null
                || (isSame(verifiedAs.learner(), now.learner())
                        && isSame(verifiedAs.activity(), now.activity()));
    }

    private static boolean isSame(@Nullable String verified, @Nullable String now) {
        return verified == null || now == null || verified.equals(now);
    }

    /** The same request, which is guarded by what the row meant before. */
    public UnenrolmentRequest guardedBy(Meaning meaning) {
        return new UnenrolmentRequest(
                id,
                mode,
                submittedAt,
                areas,
                username,
                activityReference,
                meaning,
                validUntil,
                actionable,
                takesBack);
    }

    /** Tells whether something may have to be changed on the platform. */
    public boolean applies() {
        return actionable && mode.isReal();
    }
}
