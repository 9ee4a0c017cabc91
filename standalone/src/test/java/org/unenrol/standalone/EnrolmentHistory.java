package org.unenrol.standalone;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A history of the enrolment table that a trigger writes, independent of what the product says.
 * Tests compare outcomes with it.
 */
record EnrolmentHistory(JdbcClient jdbc) {

    static void record(JdbcClient jdbc) {
        List.of(
                        """
                        create schema if not exists history
                        """,
                        """
                        create table if not exists history.ending (
                            enrolment_id bigint, import_id uuid, row int, at timestamptz default clock_timestamp())
                        """,
                        """
                        create or replace function history.note_ending() returns trigger language plpgsql
                        security definer as $$
                        begin
                            if old.ended_at is not null or new.ended_at is null then
                                raise exception 'a period was ended twice or reopened';
                            end if;
                            insert into history.ending values (new.id, new.ended_by_import, new.ended_by_row);
                            return null;
                        end $$
                        """,
                        """
                        create or replace trigger note_ending after update on lms.enrolment
                        for each row execute function history.note_ending()
                        """)
                .forEach(sql -> jdbc.sql(sql).update());
    }

    /** The rows of an import that ended a period, ascending. */
    List<Integer> rowsEndedBy(String importId) {
        return jdbc.sql("select row from history.ending where import_id = :id::uuid order by row")
                .param("id", importId)
                .query(Integer.class)
                .list();
    }

    /** Counts the periods, and the rows of imports, that appear more than once. */
    int repeats() {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select 1 from history.ending group by enrolment_id having count(*) > 1
                            union all
                            select 1 from history.ending where import_id is not null
                            group by import_id, row having count(*) > 1) as repeats
                        """)
                .query(Integer.class)
                .single();
    }
}
