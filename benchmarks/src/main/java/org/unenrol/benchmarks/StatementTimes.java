package org.unenrol.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.infrastructure.LocalPostgres;

/**
 * The time that PostgreSQL spent on each statement, as its extension pg_stat_statements counts it:
 * elapsed time, waits included.
 */
final class StatementTimes {

    private static final int SHOWN = 12;
    private static final int WORDS = 70;

    private final JdbcClient jdbc;

    private StatementTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has the server of a data folder count from its next start on. */
    static void prepare(Path folder) {
        try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), 0)) {
            JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
            jdbc.sql("create extension if not exists pg_stat_statements").update();
            jdbc.sql("alter system set shared_preload_libraries = 'pg_stat_statements'").update();
        }
    }

    /** Counts from now on. */
    static StatementTimes start(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("select pg_stat_statements_reset()").query(Object.class).list();
        return new StatementTimes(jdbc);
    }

    /** Those that took longest, in microseconds a row. */
    List<Figure> figures(int rows) {
        return jdbc.sql(
                        """
                        select left(regexp_replace(query, '\\s+', ' ', 'g'), :words) as words,
                            total_exec_time * 1000 / :rows as micros, calls
                        from pg_stat_statements
                        order by total_exec_time desc
                        limit :shown
                        """)
                .params(Map.of("words", WORDS, "rows", rows, "shown", SHOWN))
                .query(
                        (row, number) ->
                                Figure.of(
                                        "PostgreSQL: %,d × `%s …`"
                                                .formatted(
                                                        row.getLong("calls"),
                                                        row.getString("words")),
                                        row.getDouble("micros"),
                                        "µs/row"))
                .list();
    }
}
