package org.unenrol.ledger;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that somebody looks for, as patterns for small letters. */
public final class SearchWords {

    /** The most characters that are looked at. */
    private static final int LONGEST = 200;

    private SearchWords() {}

    /** A pattern of {@code like} for each word; null where there is none. */
    public static String @Nullable [] patterns(String search) {
        String words = Normalizer.normalize(search, Normalizer.Form.NFC).strip();
        if (words.isEmpty()) {
            return null;
        }
        String start = words.substring(0, Math.min(words.length(), LONGEST));
        return Arrays.stream(start.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }
}
