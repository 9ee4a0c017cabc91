package org.unenrol.ledger.impact;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what applying a verification would come to. A million rows take about a second. */
public final class ImpactCounts {

    private final JdbcClient jdbc;

    public ImpactCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those activities of which somebody would leave or be mailed, or might be by somebody with
     * other rights, most leavers first.
     */
    public List<ActivityCount> activities(UUID verification) {
        return jdbc.sql(
                        """
                        select activity_id as id, min(reference) as reference, min(activity) as title,
                            count(*) filter (where code like 'READY%') as ready,
                            count(*) filter (where code like 'READY%' and send_email = 'Yes') as emails,
                            count(*) filter (where code = 'NOT_ENROLLED' and send_email = 'Yes')
                                as other_emails,
                            count(*) filter (where code = 'NOT_PERMITTED') as not_permitted
                        from imports.row_outcome
                        where import_id = :id and activity_id is not null
                          and (code like 'READY%' or code = 'NOT_PERMITTED'
                               or code = 'NOT_ENROLLED' and send_email = 'Yes')
                        group by activity_id
                        order by ready desc, title, activity_id
                        """)
                .param("id", verification)
                .query(ActivityCount.class)
                .list();
    }

    /** Counts the different learners who would leave one of these activities. */
    public int learners(UUID verification, Collection<String> activityIds) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select distinct learner_id from imports.row_outcome
                            where import_id = :id and code like 'READY%'
                              and activity_id = any (:activities)) as learner
                        """)
                .param("id", verification)
                .param("activities", activityIds.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /**
     * Counts the rows whose learner would be mailed although a real run of the same bytes has
     * mailed them before, whoever started it.
     */
    public int mailedBefore(UUID verification) {
        return jdbc.sql(
                        """
                        with earlier as (
                            select distinct mail.row
                            from imports.import verified
                            join imports.import applied
                                on applied.sha256 = verified.sha256 and applied.mode = 'APPLY'
                            join imports.mail on mail.import_id = applied.id and mail.kind like 'LEARNER%'
                            where verified.id = :id)
                        select count(*) from earlier
                        join imports.row_outcome o on o.import_id = :id and o.row = earlier.row
                        where o.send_email = 'Yes' and (o.code like 'READY%' or o.code = 'NOT_ENROLLED')
                        """)
                .param("id", verification)
                .query(Integer.class)
                .single();
    }
}
