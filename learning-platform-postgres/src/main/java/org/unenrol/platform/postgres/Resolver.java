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
            KnownActivity activity = meaning(word.reference(), named);
            boolean permitted = activity != null && word.within().contains(activity.area());
            KnownLearner learner = meaning(word.learner(), known);
            resolutions.add(
                    new Resolution(
                            batch.get(i),
                            learner,
                            activity,
                            near(word, word.learner(), usernames),
                            near(word, word.reference(), references),
                            permitted,
                            isAsVerified(batch.get(i).verifiedAs(), learner, activity)));
        }
        return resolutions;
    }

    private static boolean isAsVerified(
            @Nullable Meaning verified,
            @Nullable KnownLearner learner,
            @Nullable KnownActivity activity) {
        return verified == null
                || (isSame(verified.learner(), learner == null ? null : learner.id())
                        && isSame(verified.activity(), activity == null ? null : activity.id()));
    }

    /** What was not recognised at the verification may have been set right since. */
    private static boolean isSame(@Nullable String verified, @Nullable Long id) {
        return verified == null || id == null || verified.equals(Long.toString(id));
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

    private static <T> @Nullable T meaning(@Nullable String word, Map<String, T> meanings) {
        return word == null ? null : meanings.get(word);
    }

    private static Set<String> distinct(List<Words> words, Function<Words, @Nullable String> word) {
        return words.stream().map(word).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
