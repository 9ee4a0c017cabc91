package org.unenrol.ledger.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.unenrol.model.Mode;

/** Reads what is known of a file. */
final class FolderClaimRows implements RowMapper<FolderClaim> {

    @Override
    public FolderClaim mapRow(ResultSet row, int number) throws SQLException {
        return new FolderClaim(
                row.getLong("id"),
                row.getObject("lease_owner", UUID.class),
                row.getString("folder"),
                row.getString("name"),
                taken(row),
                destination(row));
    }

    private static @Nullable TakenFile taken(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        if (sha256 == null) {
            return null;
        }
        return new TakenFile(
                sha256,
                Mode.valueOf(row.getString("mode")),
                row.getLong("size"),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                row.getObject("import_id", UUID.class));
    }

    private static @Nullable Destination destination(ResultSet row) throws SQLException {
        String subfolder = row.getString("subfolder");
        return subfolder == null
                ? null
                : new Destination(Subfolder.valueOf(subfolder), row.getString("moved_as"));
    }
}
