package org.unenrol.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.Learner;

/** Finds learners by username key. */
final class Learners {

    private static final String FIND =
            """
            select id, username_key, username, name, email, language
            from lms.app_user
            where username_key = any (:keys)
            """;

    private final JdbcClient jdbc;

    Learners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Known<Learner>> withKeys(Set<String> keys) {
        Map<String, Known<Learner>> found = new HashMap<>();
        RowCallbackHandler collect = row -> found.put(row.getString("username_key"), learner(row));
        jdbc.sql(FIND).param("keys", keys.toArray(String[]::new)).query(collect);
        return found;
    }

    private static Known<Learner> learner(ResultSet row) throws SQLException {
        return new Known<>(
                row.getLong("id"),
                new Learner(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language")));
    }
}
