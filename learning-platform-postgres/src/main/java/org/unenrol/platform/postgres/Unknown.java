package org.unenrol.platform.postgres;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A word that is not recognised, and who has written it: what it may have meant is told only within
 * the areas of that administrator.
 *
 * @param administrator a username key
 */
record Unknown(String administrator, String word) {

    /** A statement with the parameters {@code administrators} and {@code words}, side by side. */
    static StatementSpec ask(JdbcClient jdbc, String sql, Set<Unknown> unknown) {
        return jdbc.sql(sql)
                .param(
                        "administrators",
                        unknown.stream().map(Unknown::administrator).toArray(String[]::new))
                .param("words", unknown.stream().map(Unknown::word).toArray(String[]::new));
    }
}
