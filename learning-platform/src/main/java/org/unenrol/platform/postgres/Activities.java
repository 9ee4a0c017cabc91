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

    private static final String FIND_NEAR =
            """
            select wanted, min(external_reference) as near
            from unnest(:references) as wanted
            join lms.activity on lms.near_form(external_reference) = lms.near_form(wanted)
            group by wanted
            having count(*) = 1
            """;

    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, KnownActivity> withReferences(Set<String> references) {
        Map<String, KnownActivity> found = new HashMap<>();
        RowCallbackHandler collect =
                row -> found.put(row.getString("external_reference"), activity(row));
        jdbc.sql(FIND).param("references", references.toArray(String[]::new)).query(collect);
        return found;
    }

    /**
     * The one reference that is near to each of those that are not known, for asking "did you mean
     * …?" A reference with none, or with several, has no entry.
     */
    Map<String, String> near(Set<String> references) {
        Map<String, String> found = new HashMap<>();
        RowCallbackHandler collect =
                row -> found.put(row.getString("wanted"), row.getString("near"));
        jdbc.sql(FIND_NEAR).param("references", references.toArray(String[]::new)).query(collect);
        return found;
    }

    private static KnownActivity activity(ResultSet row) throws SQLException {
        return new KnownActivity(
                row.getLong("id"),
                new Activity(
                        row.getString("external_reference"),
                        row.getString("title"),
                        Activity.Kind.valueOf(row.getString("kind"))),
                row.getString("area"));
    }
}
