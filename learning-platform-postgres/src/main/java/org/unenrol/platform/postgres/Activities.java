package org.unenrol.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.Activity;

/** Finds activities by external reference, which has to match exactly. */
final class Activities {

    private static final String FIND =
            """
            select id, external_reference, title, kind, area
            from lms.activity
            where external_reference = any (:references)
            """;

    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Known<Activity>> withReferences(Set<String> references) {
        Map<String, Known<Activity>> found = new HashMap<>();
        RowCallbackHandler collect =
                row -> found.put(row.getString("external_reference"), activity(row));
        jdbc.sql(FIND).param("references", references.toArray(String[]::new)).query(collect);
        return found;
    }

    private static Known<Activity> activity(ResultSet row) throws SQLException {
        return new Known<>(
                row.getLong("id"),
                new Activity(
                        row.getString("external_reference"),
                        row.getString("title"),
                        Activity.Kind.valueOf(row.getString("kind")),
                        row.getString("area")));
    }
}
