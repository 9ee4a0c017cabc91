package org.unenrol.platform;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Meaning;
import org.unenrol.model.Mode;
import org.unenrol.model.RowId;

/** An import whose rows are asked for. */
public record ImportFixture(UUID id, Mode mode, Instant submittedAt, ManagedAreas areas) {

    /** Submitted now, by a Global administrator. */
    public static ImportFixture anImport() {
        return new ImportFixture(
                UUID.randomUUID(), Mode.APPLY, PlatformFixture.now(), ManagedAreas.EVERY);
    }

    public ImportFixture in(Mode other) {
        return new ImportFixture(id, other, submittedAt, areas);
    }

    public ImportFixture verifyOnly() {
        return in(Mode.VERIFY_ONLY);
    }

    public ImportFixture submittedAt(Instant instant) {
        return new ImportFixture(id, mode, instant, areas);
    }

    /** By a Content administrator with these areas. */
    public ImportFixture by(ManagedAreas managed) {
        return new ImportFixture(id, mode, submittedAt, managed);
    }

    /** By a Content administrator with these areas. */
    public ImportFixture managing(String... managed) {
        return by(ManagedAreas.of(Set.of(managed)));
    }

    public UnenrolmentRequest row(int row, @Nullable String username, @Nullable String reference) {
        return request(row, username, reference, true);
    }

    public UnenrolmentRequest faultyRow(
            int row, @Nullable String username, @Nullable String reference) {
        return request(row, username, reference, false);
    }

    private UnenrolmentRequest request(
            int row, @Nullable String username, @Nullable String reference, boolean actionable) {
        return new UnenrolmentRequest(
                new RowId(id, row),
                mode,
                submittedAt,
                areas,
                username,
                reference,
                null,
                null,
                actionable);
    }

    /** The same row with what it meant when the file was verified. */
    public static UnenrolmentRequest verifiedAs(@Nullable Meaning meaning, UnenrolmentRequest row) {
        return changed(row, meaning, row.validUntil());
    }

    /** The same row, which has to come before a time. */
    public static UnenrolmentRequest validUntil(Instant time, UnenrolmentRequest row) {
        return changed(row, row.verifiedAs(), time);
    }

    private static UnenrolmentRequest changed(
            UnenrolmentRequest row, @Nullable Meaning meaning, @Nullable Instant validUntil) {
        return new UnenrolmentRequest(
                row.id(),
                row.mode(),
                row.submittedAt(),
                row.areas(),
                row.username(),
                row.activityReference(),
                meaning,
                validUntil,
                row.actionable());
    }
}
