package org.unenrol.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.unenrol.ledger.event.OutcomeCounts;
import org.unenrol.ledger.lifecycle.Damage;
import org.unenrol.model.ImportState;
import org.unenrol.model.Mode;

/** Reads an {@link Import} from a row of {@link #SELECT}. */
final class ImportRows implements RowMapper<Import> {

    static final String SELECT =
            "select i.*, p.*, "
                    + OutcomeCounts.COLUMN
                    + " from imports.import i join imports.progress p on p.import_id = i.id ";

    @Override
    public Import mapRow(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                Mode.valueOf(row.getString("mode")),
                file(row),
                row.getInt("total"),
                submitter(row),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("verified_by", UUID.class),
                row.getObject("origin", UUID.class),
                LearnerEmails.valueOf(row.getString("learner_emails")),
                row.getString("reason"),
                progress(row));
    }

    private static ImportFile file(ResultSet row) throws SQLException {
        return new ImportFile(
                row.getString("file_name"),
                row.getString("sha256"),
                reading(row),
                row.getObject("upload_file", UUID.class));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                ImportState.valueOf(row.getString("state")),
                row.getInt("received"),
                OutcomeCounts.parse(row.getString("outcomes")),
                row.getInt("changed"),
                instant(row, "cancel_requested_at"),
                instant(row, "completed_at"),
                row.getObject("results_file", UUID.class),
                failure(row),
                deleted(row));
    }

    private static Deleted deleted(ResultSet row) throws SQLException {
        return new Deleted(
                instant(row, "upload_deleted_at"),
                instant(row, "results_deleted_at"),
                instant(row, "outcomes_deleted_at"),
                instant(row, "mails_deleted_at"));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("charset"),
                row.getString("delimiter").charAt(0),
                row.getInt("header_row"));
    }

    private static @Nullable Damage failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure");
        Integer[] numbers = (Integer[]) row.getArray("failure_numbers").getArray();
        return kind == null ? null : new Damage(Damage.Kind.valueOf(kind), List.of(numbers));
    }

    private static Submitter submitter(ResultSet row) throws SQLException {
        return new Submitter(
                row.getString("submitted_by"),
                row.getString("submitter_name"),
                row.getString("submitter_email"),
                row.getString("language"),
                row.getString("source"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
