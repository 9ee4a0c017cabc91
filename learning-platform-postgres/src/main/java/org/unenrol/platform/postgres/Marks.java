package org.unenrol.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.RowId;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * Recalls what rows have ended before. A row that comes again is answered by its mark, also when
 * its words have come to mean somebody or something else, or nothing at all.
 */
final class Marks {

    private static final String FIND =
            """
            select period.ended_by_import, period.ended_by_row,
                learner.id as user_id, learner.username, learner.name, learner.email, learner.language,
                activity.id as activity_id, coalesce(activity.external_reference, '') as reference,
                activity.title, activity.kind, activity.area
            from unnest(cast(:imports as uuid[]), :rows) as sent (import, row)
            join lms.enrolment period
                on period.ended_by_import = sent.import and period.ended_by_row = sent.row
            join lms.app_user learner on learner.id = period.user_id
            join lms.activity activity on activity.id = period.activity_id
            """;

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces what the words of rows mean now by what they meant when the rows ended something; to
     * be asked in a later statement than the one that ends.
     *
     * @param endedNow need not be looked for
     */
    List<Resolution> recall(List<Resolution> resolutions, Set<Candidate> endedNow) {
        List<RowId> others =
                resolutions.stream()
                        .filter(one -> one.request().applies())
                        .filter(one -> !endedNow.contains(one.candidate()))
                        .map(one -> one.request().id())
                        .toList();
        if (others.isEmpty()) {
            return resolutions;
        }
        Map<RowId, Mark> marks = marksOf(others);
        return resolutions.stream().map(one -> recalled(one, marks)).toList();
    }

    private static Resolution recalled(Resolution resolution, Map<RowId, Mark> marks) {
        UnenrolmentRequest request = resolution.request();
        Mark mark = request.applies() ? marks.get(request.id()) : null;
        return mark == null ? resolution : Resolution.recalled(request, mark);
    }

    private Map<RowId, Mark> marksOf(List<RowId> rows) {
        Map<RowId, Mark> marks = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        marks.put(
                                new RowId(
                                        row.getObject("ended_by_import", UUID.class),
                                        row.getInt("ended_by_row")),
                                new Mark(learner(row), activity(row)));
        jdbc.sql(FIND)
                .param(
                        "imports",
                        rows.stream().map(id -> id.importId().toString()).toArray(String[]::new))
                .param("rows", rows.stream().mapToInt(RowId::row).toArray())
                .query(collect);
        return marks;
    }

    static Known<Learner> learner(ResultSet row) throws SQLException {
        return new Known<>(
                row.getLong("user_id"),
                new Learner(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language")));
    }

    static Known<Activity> activity(ResultSet row) throws SQLException {
        return new Known<>(
                row.getLong("activity_id"),
                new Activity(
                        row.getString("reference"),
                        row.getString("title"),
                        Activity.Kind.valueOf(row.getString("kind")),
                        row.getString("area")));
    }
}
