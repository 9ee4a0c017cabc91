package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.unenrol.model.ManagedAreas;

/** Words that are not recognised, asked for by one statement. */
final class UnknownWords {

    private static final String MANAGED =
            """
            exists (
                select from unnest(:scopes, :areas) as managed (scope, area)
                where managed.scope = %s and (managed.area is null or managed.area = %s))
            """;

    private final List<Unknown> words;
    private final List<ManagedAreas> scopes;

    UnknownWords(Set<Unknown> words) {
        this.words = List.copyOf(words);
        this.scopes = words.stream().map(Unknown::within).distinct().toList();
    }

    /** In the order in which statements get them. */
    List<Unknown> inOrder() {
        return words;
    }

    /**
     * A condition that whoever has written a word manages an area.
     *
     * @param scope the expression for the number that stands for the writer's areas
     * @param area the expression for the area; {@code null} for whoever manages every one
     */
    static String managed(String scope, String area) {
        return MANAGED.formatted(scope, area);
    }

    /**
     * Asks a statement that has the parameters {@code asking} and {@code words}, side by side: the
     * number of a scope and a word of it. It answers with {@code scope}, {@code word} and {@code
     * near}.
     */
    Map<Unknown, String> ask(StatementSpec statement) {
        Map<Unknown, String> found = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        found.put(
                                new Unknown(
                                        scopes.get(row.getInt("scope") - 1), row.getString("word")),
                                row.getString("near"));
        bindScopes(statement)
                .param("asking", asking())
                .param("words", words.stream().map(Unknown::word).toArray(String[]::new))
                .query(collect);
        return found;
    }

    private StatementSpec bindScopes(StatementSpec statement) {
        List<Integer> numbers = new ArrayList<>();
        List<@Nullable String> areas = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            Collection<@Nullable String> names = namesIn(scopes.get(i));
            areas.addAll(names);
            numbers.addAll(Collections.nCopies(names.size(), i + 1));
        }
        return statement
                .param("scopes", numbers.toArray(Integer[]::new))
                .param("areas", areas.toArray(String[]::new));
    }

    private static Collection<@Nullable String> namesIn(ManagedAreas scope) {
        return scope.isEvery() ? Collections.singleton(null) : List.copyOf(scope.names());
    }

    private Integer[] asking() {
        Map<ManagedAreas, Integer> numbers = new HashMap<>();
        scopes.forEach(scope -> numbers.put(scope, numbers.size() + 1));
        return words.stream().map(Unknown::within).map(numbers::get).toArray(Integer[]::new);
    }
}
