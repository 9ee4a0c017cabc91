package org.unenrol.platform.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the planner look each row of a batch up in an index, for the rest of a transaction. Left to
 * itself it compares estimates, which are far off from the moment a table has been loaded until it
 * has been analysed, and keeps a plan that was made while the table was small: it then reads a
 * whole table for each batch, or even for each row.
 */
final class IndexLookups {

    private static final String PREFER =
            """
            select set_config(setting, value, true)
            from (values
                ('enable_seqscan', 'off'),
                ('enable_hashjoin', 'off'),
                ('enable_mergejoin', 'off'),
                ('enable_material', 'off'),
                ('plan_cache_mode', 'force_custom_plan')) as planner (setting, value)
            """;

    private final JdbcClient jdbc;

    IndexLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void prefer() {
        jdbc.sql(PREFER).query(String.class).list();
    }
}
