package org.unenrol.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.unenrol.model.Mode;

/**
 * The script that somebody who knows SQL would write instead, for well-formed files of this very
 * layout: COPY in, one set-based statement, COPY out, one transaction. It has no history, no
 * permissions, no duplicates and no mails, and is not asked whether it could be repeated.
 */
final class ReferenceScript {

    private static final List<String> LOAD =
            List.of(
                    """
                    create temporary table request (
                        row int generated always as identity, username text, reference text, email text)
                    on commit drop
                    """,
                    "copy request (username, reference, email) from stdin with (format csv,"
                            + " header)");

    private static final String APPLY =
            """
            create temporary table answer on commit drop as
            with ended as (
                update lms.enrolment period
                set ended_at = now(), ended_by_import = import.id, ended_by_row = request.row
                from request, lms.app_user learner, lms.activity activity,
                    (select gen_random_uuid() as id) as import
                where learner.username_key = lower(request.username)
                    and activity.external_reference = request.reference
                    and period.user_id = learner.id and period.activity_id = activity.id
                    and period.ended_at is null
                returning request.row)
            select row from ended
            """;

    private static final String VERIFY =
            """
            create temporary table answer on commit drop as
            select request.row
            from request
            join lms.app_user learner on learner.username_key = lower(request.username)
            join lms.activity activity on activity.external_reference = request.reference
            join lms.enrolment period
                on period.user_id = learner.id and period.activity_id = activity.id
                and period.ended_at is null
            """;

    private static final String RESULTS =
            """
            copy (
                select username as "Username", reference as "Activity external reference",
                    email as "Send unenrolment email",
                    case when answer.row is null
                        then 'NOT_ENROLLED: Not enrolled: there was nothing to end.' else '%s' end
                        as "Outcome"
                from request left join answer using (row)
                order by row)
            to stdout with (format csv, header)
            """;

    private final DataSource database;

    ReferenceScript(DataSource database) {
        this.database = database;
    }

    Duration run(Path csv, Mode mode, Path results) throws IOException, SQLException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            load(connection, csv);
            execute(connection, mode == Mode.APPLY ? APPLY : VERIFY);
            write(connection, mode, results);
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void load(Connection connection, Path csv) throws IOException, SQLException {
        execute(connection, LOAD.get(0));
        try (InputStream file = Files.newInputStream(csv)) {
            copy(connection).copyIn(LOAD.get(1), file);
        }
        execute(connection, "analyze request");
    }

    private static void write(Connection connection, Mode mode, Path results)
            throws IOException, SQLException {
        String outcome =
                mode == Mode.APPLY ? "UNENROLLED: Unenrolled." : "READY: Ready to be unenrolled.";
        try (OutputStream file = Files.newOutputStream(results)) {
            copy(connection).copyOut(RESULTS.formatted(outcome), file);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
