package org.unenrol.platform.postgres;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds references that are near to unknown ones, by an index of their near forms. */
final class NearReferences {

    private static final String FIND =
            """
            select asked.scope, word, min(external_reference) as near
            from unnest(:asking, :words) as asked (scope, word)
            join lms.activity on lms.near_form(external_reference) = lms.near_form(word)
            where %s
            group by asked.scope, word
            having count(*) = 1
            """
                    .formatted(UnknownWords.managed("asked.scope", "activity.area"));

    private final JdbcClient jdbc;

    NearReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The only one that is near, for asking "did you mean …?" No entry: none, or several. */
    Map<Unknown, String> near(Set<Unknown> references) {
        return new UnknownWords(references).ask(jdbc.sql(FIND));
    }
}
