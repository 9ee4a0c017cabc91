package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.platform.UnenrolmentRequest;

/** Finds what the words of a batch mean, with one statement for each kind of word. */
final class Resolver {

    private final Learners learners;
    private final Activities activities;
    private final Permissions permissions;

    Resolver(JdbcClient jdbc) {
        learners = new Learners(jdbc);
        activities = new Activities(jdbc);
        permissions = new Permissions(jdbc);
    }

    /** One resolution for each request, in the same order. */
    List<Resolution> resolve(List<UnenrolmentRequest> batch) {
        List<Words> words = batch.stream().map(Words::of).toList();
        var known = learners.withKeys(distinct(words, Words::learner));
        Set<String> references = distinct(words, Words::reference);
        var named = activities.withReferences(references);
        var near = near(references, named.keySet());
        var areas = permissions.areasOf(distinct(words, Words::administrator));

        List<Resolution> resolutions = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Words word = words.get(i);
            KnownActivity activity = meaning(word.reference(), named);
            Set<String> managed = meaning(word.administrator(), areas);
            boolean permitted =
                    activity != null && managed != null && managed.contains(activity.area());
            resolutions.add(
                    new Resolution(
                            batch.get(i),
                            meaning(word.learner(), known),
                            activity,
                            meaning(word.reference(), near),
                            permitted));
        }
        return resolutions;
    }

    private Map<String, String> near(Set<String> references, Set<String> known) {
        Set<String> unknown = new HashSet<>(references);
        unknown.removeAll(known);
        return unknown.isEmpty() ? Map.of() : activities.near(unknown);
    }

    private static <T> @Nullable T meaning(@Nullable String word, Map<String, T> meanings) {
        return word == null ? null : meanings.get(word);
    }

    private static Set<String> distinct(List<Words> words, Function<Words, @Nullable String> word) {
        return words.stream().map(word).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
