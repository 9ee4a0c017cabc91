package org.unenrol.ledger.outcome;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.ledger.lifecycle.ReceivedOutcomes;
import org.unenrol.model.Meaning;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowContent;
import org.unenrol.model.RowId;

/** Writes outcomes of rows, within a transaction of the caller's. */
final class OutcomeTable {

    /**
     * The codes that verified outcomes become when they are applied and nothing has changed, as
     * JSON.
     */
    private static final String WHEN_APPLIED =
            Arrays.stream(OutcomeCode.values())
                    .map(code -> "\"%s\":\"%s\"".formatted(code, code.whenApplied()))
                    .collect(Collectors.joining(",", "{", "}"));

    /** The code of the verification, of an outcome {@code o}, where this is another answer. */
    private static final String CHANGED =
            """
            left join lateral (
                select v.code from imports.row_outcome v
                where v.import_id = i.verified_by and v.row = o.row
                  and o.code not in ('NOT_PROCESSED', 'SYSTEM_ERROR')
                  and o.code is distinct from (:whenApplied::jsonb ->> v.code)
            ) as changed on true
            """;

    /** In the order of the table's key, so that neighbours are written together. */
    private static final String INSERT =
            """
            with recorded as (
                insert into imports.row_outcome
                    (import_id, row, line, code, details, changed_from, learner_id, activity_id,
                     username, reference, send_email, learner, activity)
                select o.import_id, o.row, o.line, o.code, o.details::json, changed.code, o.learner_id, o.activity_id,
                    o.username, o.reference, o.send_email, o.learner, o.activity
                from unnest(:importIds::uuid[], :rows::int[], :lines::bigint[], :codes::text[],
                            :details::text[], :learnerIds::text[], :activityIds::text[],
                            :usernames::text[], :references::text[], :emails::text[],
                            :learners::text[], :activities::text[])
                         as o (import_id, row, line, code, details, learner_id, activity_id,
                               username, reference, send_email, learner, activity)
                join imports.import i on i.id = o.import_id
                join imports.progress p on p.import_id = o.import_id and p.state = 'PROCESSING'
                                       and o.row between 1 and p.total
                %s
                order by o.import_id, o.row
                on conflict do nothing
                returning import_id, row, code, changed_from is not null as changed)
            select import_id, code, array_agg(row) as rows, count(*) filter (where changed) as changed
            from recorded
            group by import_id, code
            """
                    .formatted(CHANGED);

    private static final String RAISE =
            """
            with better as (
                select o.*, changed.code as changed_from, worse.code as before,
                    worse.changed_from as changed_before
                from unnest(:importIds::uuid[], :rows::int[], :codes::text[], :details::text[],
                            :learnerIds::text[], :activityIds::text[],
                            :usernames::text[], :references::text[], :emails::text[],
                            :learners::text[], :activities::text[])
                         as o (import_id, row, code, details, learner_id, activity_id,
                               username, reference, send_email, learner, activity)
                join imports.import i on i.id = o.import_id
                join imports.progress p on p.import_id = o.import_id and p.state = 'PROCESSING'
                join imports.row_outcome worse on worse.import_id = o.import_id and worse.row = o.row
                    and worse.code not in ('UNENROLLED', 'UNENROLLED_COMPLETION_KEPT', 'REENROLLED')
                %s
                order by o.import_id, o.row
                for update of worse)
            update imports.row_outcome raised
            set code = better.code, details = better.details::json, changed_from = better.changed_from,
                learner_id = better.learner_id, activity_id = better.activity_id,
                username = better.username, reference = better.reference,
                send_email = better.send_email, learner = better.learner, activity = better.activity
            from better
            where raised.import_id = better.import_id and raised.row = better.row
            returning raised.import_id, raised.row, better.before, raised.code,
                better.changed_before is not null as was_changed,
                raised.changed_from is not null as changed
            """
                    .formatted(CHANGED);

    private final JdbcClient jdbc;

    OutcomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what is new, and what is better than what is there. */
    Written write(OutcomeBatch batch) {
        List<Recorded> recorded = insert(batch);
        Set<RowId> rows = ids(recorded);
        OutcomeBatch endings = batch.effectsBut(rows);
        List<Raised> raised = endings.isEmpty() ? List.of() : raise(endings);
        raised.forEach(one -> rows.add(one.id()));
        return new Written(
                rows,
                Stream.concat(
                                recorded.stream().map(Recorded::tally),
                                raised.stream().flatMap(Raised::tallies))
                        .toList());
    }

    private List<Recorded> insert(OutcomeBatch batch) {
        return statement(INSERT, batch)
                .param("lines", batch.lines())
                .query(
                        (row, number) ->
                                new Recorded(
                                        row.getObject("import_id", UUID.class),
                                        row.getString("code"),
                                        List.of((Integer[]) row.getArray("rows").getArray()),
                                        row.getInt("changed")))
                .list();
    }

    private List<Raised> raise(OutcomeBatch endings) {
        return statement(RAISE, endings)
                .query(
                        (row, number) ->
                                new Raised(
                                        new RowId(
                                                row.getObject("import_id", UUID.class),
                                                row.getInt("row")),
                                        row.getString("before"),
                                        row.getString("code"),
                                        row.getBoolean("was_changed") ? 1 : 0,
                                        row.getBoolean("changed") ? 1 : 0))
                .list();
    }

    private StatementSpec statement(String sql, OutcomeBatch batch) {
        return jdbc.sql(sql)
                .param("importIds", batch.importIds())
                .param("rows", batch.rows())
                .param("codes", batch.codes())
                .param("details", batch.details())
                .param("learnerIds", batch.meanings(Meaning::learner))
                .param("activityIds", batch.meanings(Meaning::activity))
                .param("usernames", batch.contents(RowContent::username))
                .param("references", batch.contents(RowContent::activityReference))
                .param("emails", batch.contents(RowContent::sendEmail))
                .param("learners", batch.contents(RowContent::learner))
                .param("activities", batch.contents(RowContent::activity))
                .param("whenApplied", WHEN_APPLIED);
    }

    private static Set<RowId> ids(List<Recorded> recorded) {
        return recorded.stream()
                .flatMap(
                        group -> group.rows().stream().map(row -> new RowId(group.importId(), row)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Tells what has been written.
     *
     * @param tallies by how much that changes the counts of imports
     */
    record Written(Set<RowId> rows, List<Tally> tallies) {}

    /** By how much the counts of an import change. */
    record Tally(UUID importId, String code, int rows, int changed) {

        ReceivedOutcomes received() {
            return new ReceivedOutcomes(importId, rows, changed);
        }
    }

    /** The rows of one import that were recorded with one code. */
    private record Recorded(UUID importId, String code, List<Integer> rows, int changed) {

        Tally tally() {
            return new Tally(importId, code, rows.size(), changed);
        }
    }

    /** A row whose outcome has given way to a better one. */
    private record Raised(RowId id, String before, String code, int wasChanged, int changed) {

        Stream<Tally> tallies() {
            return Stream.of(
                    new Tally(id.importId(), before, -1, -wasChanged),
                    new Tally(id.importId(), code, 1, changed));
        }
    }
}
