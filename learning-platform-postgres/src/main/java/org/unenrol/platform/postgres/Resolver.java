package org.unenrol.platform.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unenrol.model.Meaning;
import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.UnenrolmentRequest;

/** Finds what the words of a batch mean, with one statement for each kind of word. */
final class Resolver {

    private static final Map<Unknown, String> NOTHING = Map.of();

    private final Learners learners;
    private final Activities activities;
    private final NearUsernames nearUsernames;
    private final NearReferences nearReferences;

    Resolver(JdbcClient jdbc) {
        learners = new Learners(jdbc);
        activities = new Activities(jdbc);
        nearUsernames = new NearUsernames(jdbc);
        nearReferences = new NearReferences(jdbc);
    }

    /** One resolution for each request, in the same order. */
    List<Resolution> resolve(List<UnenrolmentRequest> batch) {
        List<Words> words = batch.stream().map(Words::of).toList();
        var known = learners.withKeys(distinct(words, Words::learner));
        var named = activities.withReferences(distinct(words, Words::reference));
        Set<Unknown> strangers = unknown(words, Words::learner, known.keySet());
        var usernames = strangers.isEmpty() ? NOTHING : nearUsernames.near(strangers);
        Set<Unknown> nameless = unknown(words, Words::reference, named.keySet());
        var references = nameless.isEmpty() ? NOTHING : nearReferences.near(nameless);

        List<Resolution> resolutions = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Words word = words.get(i);
            Known<Activity> activity = find(word.reference(), named);
            boolean permitted = activity != null && word.within().contains(activity.value().area());
            Known<Learner> learner = find(word.learner(), known);
            resolutions.add(
                    new Resolution(
                            batch.get(i),
                            learner,
                            activity,
                            near(word, word.learner(), usernames),
                            near(word, word.reference(), references),
                            permitted,
                            batch.get(i).isAsVerified(meaning(learner, activity))));
        }
        return resolutions;
    }

    private static Meaning meaning(
            @Nullable Known<Learner> learner, @Nullable Known<Activity> activity) {
        return new Meaning(
                learner == null ? null : Long.toString(learner.id()),
                activity == null ? null : Long.toString(activity.id()));
    }

    private static Set<Unknown> unknown(
            List<Words> words, Function<Words, @Nullable String> word, Set<String> known) {
        return words.stream()
                .map(all -> all.unknown(word.apply(all), known))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String near(
            Words words, @Nullable String word, Map<Unknown, String> near) {
        Unknown unknown = words.unknown(word, Set.of());
        return unknown == null ? null : near.get(unknown);
    }

    private static <T> @Nullable T find(@Nullable String word, Map<String, T> known) {
        return word == null ? null : known.get(word);
    }

    private static Set<String> distinct(List<Words> words, Function<Words, @Nullable String> word) {
        return words.stream().map(word).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
