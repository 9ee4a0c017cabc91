package org.unenrol.platform.postgres;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.ManagedAreas;
import org.unenrol.platform.TakeBackForecast;

/** Looks at the periods that rows have ended, and at what has come after them. */
public final class PostgresTakeBackForecast implements TakeBackForecast {

    private static final String COUNT =
            """
            with ended as (
                select %s as permitted,
                    exists (
                        select from lms.enrolment period
                        where period.activity_id = ended.activity_id
                            and period.user_id = ended.user_id
                            and period.ended_at is null) as has_place,
                    exists (
                        select from lms.enrolment later
                        where later.user_id = ended.user_id
                            and later.activity_id = ended.activity_id
                            and later.id > ended.id) as has_later
                from unnest(:rows) as sent (row)
                join lms.enrolment ended
                    on ended.ended_by_import = :importId and ended.ended_by_row = sent.row
                join lms.activity activity on activity.id = ended.activity_id
            )
            select count(*) filter (where permitted and not has_place and not has_later) as to_give,
                count(*) filter (where permitted and has_place) as already_enrolled,
                count(*) filter (where permitted and not has_place and has_later) as ended_since,
                count(*) filter (where not permitted) as not_permitted,
                :asked - count(*) as unknown
            from ended
            """
                    .formatted(AreaCondition.SQL);

    private final JdbcClient jdbc;

    public PostgresTakeBackForecast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Outlook outlook(UUID importId, int[] rows, ManagedAreas areas) {
        return jdbc.sql(COUNT)
                .param("importId", importId)
                .param("rows", rows)
                .param("asked", rows.length)
                .params(AreaCondition.params(areas))
                .query(Outlook.class)
                .single();
    }
}
