package org.unenrol.platform.postgres;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.OpenEnrolments;

/** The open enrolments in schema {@code lms}. */
public final class PostgresOpenEnrolments implements OpenEnrolments {

    private static final String REFERENCES =
            """
            select activity.external_reference
            from lms.app_user learner
            left join (lms.enrolment period
                join lms.activity activity
                    on activity.id = period.activity_id and activity.external_reference is not null)
                on period.user_id = learner.id and period.ended_at is null
            where learner.username_key = :key
            order by activity.external_reference
            """;

    private final JdbcClient jdbc;

    public PostgresOpenEnrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<List<String>> referencesOf(String username) {
        List<Optional<String>> found =
                jdbc.sql(REFERENCES)
                        .param("key", UsernameKey.of(username))
                        .query((row, number) -> Optional.ofNullable(row.getString(1)))
                        .list();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().flatMap(Optional::stream).toList());
    }
}
