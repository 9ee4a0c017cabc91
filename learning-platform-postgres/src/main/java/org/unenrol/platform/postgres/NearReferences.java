package org.unenrol.platform.postgres;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds references that are near to unknown ones, by an index of their near forms. */
final class NearReferences {

    private static final String FIND =
            """
            select asked.administrator, word, min(external_reference) as near
            from unnest(:administrators, :words) as asked (administrator, word)
            join lms.activity on lms.near_form(external_reference) = lms.near_form(word)
            where %s
            group by asked.administrator, word
            having count(*) = 1
            """
                    .formatted(ManagedAreas.conditionFor("asked.administrator"));

    private final JdbcClient jdbc;

    NearReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The only one that is near, for asking "did you mean …?" No entry: none, or several. */
    Map<Unknown, String> near(Set<Unknown> references) {
        Map<Unknown, String> found = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        found.put(
                                new Unknown(row.getString("administrator"), row.getString("word")),
                                row.getString("near"));
        Unknown.ask(jdbc, FIND, references).query(collect);
        return found;
    }
}
