package org.unenrol.platform.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.platform.Standing;

/** Begins new periods in place of those that rows have ended. No period is ever reopened. */
final class Reenrolments {

    private static final String REQUESTS =
            """
            unnest(cast(:imports as uuid[]), :rows, :userIds, :periodIds)
                with ordinality as request (import, row, user_id, period_id, position)
            join lms.enrolment ended on ended.user_id = request.user_id and ended.id = request.period_id
            """;

    /**
     * Gives a place only where nothing has come after the period that was ended. A learner who was
     * enrolled anew since has the place already, or has lost it by somebody else's will; a row that
     * comes again finds its own period. Ids are given in order, clocks are not.
     */
    private static final String GIVE =
            """
            insert into lms.enrolment (user_id, activity_id, enrolled_at, began_by_import, began_by_row)
            select ended.user_id, ended.activity_id, greatest(statement_timestamp(), ended.ended_at),
                request.import, request.row
            from %s
            where not exists (
                    select from lms.fenced_import where fenced_import.import_id = request.import)
                and not exists (
                    select from lms.enrolment later
                    where later.user_id = ended.user_id
                        and later.activity_id = ended.activity_id
                        and later.id > ended.id)
            order by ended.activity_id, ended.user_id, request.position
            on conflict do nothing
            """
                    .formatted(REQUESTS);

    private static final String STANDINGS =
            """
            select request.position,
                case
                    when exists (
                        select from lms.enrolment given
                        where given.began_by_import = request.import
                            and given.began_by_row = request.row) then 'REENROLLED'
                    when exists (
                        select from lms.fenced_import
                        where fenced_import.import_id = request.import) then 'IMPORT_ENDED'
                    when exists (
                        select from lms.enrolment period
                        where period.activity_id = ended.activity_id
                            and period.user_id = ended.user_id
                            and period.ended_at is null) then 'ALREADY_ENROLLED'
                    else 'ENDED_SINCE'
                end as standing
            from %s
            """
                    .formatted(REQUESTS);

    private final JdbcClient jdbc;

    Reenrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void give(List<TakeBack> requests) {
        if (!requests.isEmpty()) {
            bind(GIVE, requests).update();
        }
    }

    /**
     * Reads how they stand, to be asked in a later statement than the one that gives. Of no meaning
     * for one that was not to be given, unless it was given before.
     */
    Map<TakeBack, Standing> standings(List<TakeBack> requests) {
        Map<TakeBack, Standing> standings = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        standings.put(
                                requests.get(row.getInt("position") - 1),
                                Standing.valueOf(row.getString("standing")));
        bind(STANDINGS, requests).query(collect);
        return standings;
    }

    private StatementSpec bind(String sql, List<TakeBack> requests) {
        return jdbc.sql(sql)
                .param(
                        "imports",
                        requests.stream()
                                .map(one -> one.request().id().importId().toString())
                                .toArray(String[]::new))
                .param(
                        "rows",
                        requests.stream().mapToInt(one -> one.request().id().row()).toArray())
                .param(
                        "userIds",
                        requests.stream().mapToLong(one -> one.period().learner().id()).toArray())
                .param(
                        "periodIds",
                        requests.stream().mapToLong(one -> one.period().id()).toArray());
    }
}
