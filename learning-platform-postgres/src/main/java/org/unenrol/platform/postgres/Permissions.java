package org.unenrol.platform.postgres;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds which areas administrators may manage. */
final class Permissions {

    private static final String FIND =
            """
            select administrator.username_key, area.name
            from lms.app_user administrator
            join lms.area on administrator.role = 'GLOBAL_ADMINISTRATOR'
                or administrator.role = 'CONTENT_ADMINISTRATOR' and exists (
                    select from lms.managed_area managed
                    where managed.user_id = administrator.id and managed.area = area.name)
            where administrator.username_key = any (:keys)
            """;

    private final JdbcClient jdbc;

    Permissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The areas by the administrator's username key. */
    Map<String, Set<String>> areasOf(Set<String> keys) {
        Map<String, Set<String>> areas = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        areas.computeIfAbsent(row.getString("username_key"), key -> new HashSet<>())
                                .add(row.getString("name"));
        jdbc.sql(FIND).param("keys", keys.toArray(String[]::new)).query(collect);
        return areas;
    }
}
