package org.unenrol.guarantees.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.check.Evidence.Change;
import org.unenrol.guarantees.check.Evidence.Mark;

/**
 * A history of the learning platform that its own triggers write, in the transaction of each
 * change. What we ourselves change, under our own application name, is left out.
 */
public final class History {

    private static final List<String> TABLES =
            List.of("area", "app_user", "activity", "enrolment", "completion", "attendance");

    private static final String SCHEMA =
            """
            create schema history;
            create table history.change (
                seq bigint generated always as identity primary key,
                table_name text not null,
                kind text not null,
                id bigint not null default 0,
                import uuid,
                row int,
                learner text,
                reference text,
                place text
            );
            create function history.note() returns trigger language plpgsql as $$
            begin
                if tg_table_name = 'enrolment' and tg_op = 'UPDATE' then
                    insert into history.change (table_name, kind, id, import, row, learner, reference, place)
                    values ('enrolment',
                            case when old.ended_at is not null then 'CHANGED_AFTER_ITS_END'
                                 when new.ended_at is not null then 'ENDED'
                                 else 'OTHER' end,
                            new.id, new.ended_by_import, new.ended_by_row,
                            case when new.ended_by_import is null then (
                                select username from lms.app_user where id = new.user_id) end,
                            case when new.ended_by_import is null then (
                                select external_reference from lms.activity where id = new.activity_id) end,
                            new.user_id || ' in ' || new.activity_id);
                elsif tg_table_name = 'enrolment' and tg_op = 'INSERT' then
                    insert into history.change (table_name, kind, id, import, row, place)
                    values ('enrolment', 'BEGAN', new.id,
                            (to_jsonb(new) ->> 'began_by_import')::uuid,
                            (to_jsonb(new) ->> 'began_by_row')::int,
                            new.user_id || ' in ' || new.activity_id);
                else
                    insert into history.change (table_name, kind) values (tg_table_name, 'OTHER');
                end if;
                return null;
            end $$;
            """;

    private static final String TRIGGERS =
            """
            create trigger note_rows after insert or update or delete on lms.%1$s
                for each row when (current_setting('application_name') <> '%2$s')
                execute function history.note();
            create trigger note_truncation after truncate on lms.%1$s
                for each statement execute function history.note();
            """;

    private History() {}

    /**
     * Begins it.
     *
     * @param ours the application name under which the learners are made
     */
    public static void install(Connection connection, String ours) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            for (String table : TABLES) {
                statement.execute(TRIGGERS.formatted(table, ours));
            }
        }
    }

    /** The number of the latest change: later ones have greater numbers. */
    public static long end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select coalesce(max(seq), 0) from history.change")) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<Change> since(Connection connection, long seq) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select * from history.change where seq > "
                                        + seq
                                        + " order by seq")) {
            while (row.next()) {
                changes.add(
                        new Change(
                                row.getString("table_name"),
                                Change.Kind.valueOf(row.getString("kind")),
                                row.getLong("id"),
                                mark(row),
                                row.getString("learner"),
                                row.getString("reference"),
                                row.getString("place")));
            }
        }
        return changes;
    }

    private static @Nullable Mark mark(ResultSet row) throws SQLException {
        String importId = row.getString("import");
        return importId == null ? null : new Mark(importId.intern(), row.getInt("row"));
    }
}
