package org.unenrol.guarantees.remote;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people and their places, as the remote platform knows them. An answer is a line for each line
 * asked.
 */
final class RemotePeople {

    private static final String LOOK =
            """
            select concat_ws(e'\t', coalesce(u.id, 0), coalesce(u.username, ''), coalesce(a.id, 0),
                coalesce(a.external_reference, ''), coalesce(a.kind, ''), coalesce(a.area, ''), %1$s)
            from (
                select split_part(line, e'\t', 1) as username, split_part(line, e'\t', 2) as reference, number
                from unnest(:lines) with ordinality as asked (line, number)
            ) asked
            left join lms.app_user u on u.username_key = lower(asked.username)
            left join lms.activity a on a.external_reference = asked.reference
            order by number
            """;

    private static final String PLACES =
            """
            select %1$s
            from (
                select split_part(line, e'\t', 1)::bigint as user_id,
                    split_part(line, e'\t', 2)::bigint as activity_id, number
                from unnest(:lines) with ordinality as asked (line, number)
            ) asked
            join lms.app_user u on u.id = asked.user_id
            join lms.activity a on a.id = asked.activity_id
            order by number
            """;

    private static final String PLACE =
            """
            case when not exists (
                    select from lms.enrolment e
                    where e.user_id = u.id and e.activity_id = a.id and e.ended_at is null) then 'NONE'
                when a.ends_at < now() or exists (
                    select from lms.completion c
                    where c.user_id = u.id and c.course_id = a.id and c.completed_at < now())
                then 'COMPLETED' else 'ENROLLED' end
            """;

    private static final String END =
            """
            update lms.enrolment e set ended_at = now()
            from unnest(:lines) as line
            where e.user_id = split_part(line, e'\t', 1)::bigint
                and e.activity_id = split_part(line, e'\t', 2)::bigint
                and e.ended_at is null
            """;

    private final JdbcClient jdbc;

    RemotePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String look(String[] lines) {
        return answer(LOOK.formatted(PLACE), lines);
    }

    String places(String[] lines) {
        return answer(PLACES.formatted(PLACE), lines);
    }

    void end(String[] lines) {
        jdbc.sql(END).param("lines", lines).update();
    }

    private String answer(String sql, String[] lines) {
        return String.join("\n", jdbc.sql(sql).param("lines", lines).query(String.class).list());
    }
}
