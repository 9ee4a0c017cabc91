package org.unenrol.platform.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;
import org.unenrol.platform.UnenrolmentRequest;

/** The rows of an import. */
public record Rows(
        UUID importId,
        Mode mode,
        Instant submittedAt,
        ManagedAreas areas,
        @Nullable Meaning verifiedAs,
        @Nullable Instant validUntil,
        boolean actionable) {

    /** An import that is applied, submitted at a time, by somebody who manages everything. */
    public static Rows ofAnImport(Instant submittedAt) {
        return new Rows(
                UUID.randomUUID(), Mode.APPLY, submittedAt, ManagedAreas.EVERY, null, null, true);
    }

    public Rows verifyOnly() {
        return new Rows(
                importId, Mode.VERIFY_ONLY, submittedAt, areas, verifiedAs, validUntil, actionable);
    }

    public Rows managing(ManagedAreas other) {
        return new Rows(importId, mode, submittedAt, other, verifiedAs, validUntil, actionable);
    }

    public Rows verifiedAs(Meaning meaning) {
        return new Rows(importId, mode, submittedAt, areas, meaning, validUntil, actionable);
    }

    public Rows validUntil(Instant time) {
        return new Rows(importId, mode, submittedAt, areas, verifiedAs, time, actionable);
    }

    public Rows faulty() {
        return new Rows(importId, mode, submittedAt, areas, verifiedAs, validUntil, false);
    }

    /** A row that takes back what another one has ended. */
    public UnenrolmentRequest takingBack(int row, UnenrolmentRequest origin) {
        return new UnenrolmentRequest(
                new RowId(importId, row),
                Mode.TAKE_BACK,
                submittedAt,
                areas,
                origin.username(),
                origin.activityReference(),
                verifiedAs,
                validUntil,
                actionable,
                origin.id());
    }

    public UnenrolmentRequest row(int row, @Nullable String username, @Nullable String reference) {
        return new UnenrolmentRequest(
                new RowId(importId, row),
                mode,
                submittedAt,
                areas,
                username,
                reference,
                verifiedAs,
                validUntil,
                actionable);
    }
}
