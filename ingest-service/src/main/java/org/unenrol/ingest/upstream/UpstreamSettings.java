package org.unenrol.ingest.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.unenrol.model.Mode;

/**
 * Settings of upstream systems, {@code unenrol.upstream.*}.
 *
 * @param sources the systems by name; a name is part of those of their topics
 * @param timeLimit after this time without a record an unfinished request is refused
 * @param largestRecord a larger record is refused
 */
@ConfigurationProperties("unenrol.upstream")
record UpstreamSettings(
        @DefaultValue Map<String, Source> sources,
        @DefaultValue("1h") Duration timeLimit,
        @DefaultValue("1MB") DataSize largestRecord) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    UpstreamSettings {
        sources.forEach(UpstreamSettings::check);
    }

    private static void check(String name, Source source) {
        if (!NAME.matcher(name).matches() || name.endsWith("-dlt")) {
            throw new IllegalArgumentException(
                    "unenrol.upstream.sources.%s: name a source by small letters, digits and hyphens, and not with -dlt at the end"
                            .formatted(name));
        }
        if (source.account() == null || source.account().isBlank()) {
            throw new IllegalArgumentException(
                    "unenrol.upstream.sources.%s.account is missing: set it to the username of the account in whose name the source acts"
                            .formatted(name));
        }
        if (source.mostRows() < 1) {
            throw new IllegalArgumentException(
                    "unenrol.upstream.sources.%s.most-rows is %d: set it to one or more"
                            .formatted(name, source.mostRows()));
        }
    }

    /** Names of the sources, in order. */
    List<String> names() {
        return sources.keySet().stream().sorted().toList();
    }

    /**
     * The settings of a source.
     *
     * @throws IllegalArgumentException when there is no such source
     */
    Source source(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("no source " + name);
        }
        return source;
    }

    /**
     * The settings of one source.
     *
     * @param account the username of the administrator in whose name it acts
     * @param modes what it may ask for
     * @param leftMode the mode of the imports of learners who have left
     * @param mostRows the most rows of one request
     * @param completionEmail where the mail of an import's end goes: {@code account}, {@code none}
     *     or an address
     * @param replyRows tells whether each row is answered too
     * @param language of the sentences in answers and of results files, a tag of BCP 47; the
     *     account's where none is given
     */
    record Source(
            String account,
            @DefaultValue("VERIFY_ONLY") Set<Mode> modes,
            @DefaultValue("VERIFY_ONLY") Mode leftMode,
            @DefaultValue("1000000") int mostRows,
            @DefaultValue("account") String completionEmail,
            @DefaultValue("true") boolean replyRows,
            @Nullable String language) {

        /** The address for the mail of an import's end; null where none is wanted. */
        @Nullable String completionAddress(String ofAccount) {
            return switch (completionEmail) {
                case "account" -> ofAccount;
                case "none" -> null;
                default -> completionEmail;
            };
        }

        String languageOr(@Nullable String ofAccount) {
            if (language != null) {
                return language;
            }
            return ofAccount == null ? "en" : ofAccount;
        }
    }
}
