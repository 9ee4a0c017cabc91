package org.unenrol.ledger.outcome;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.OutcomeCode;

/**
 * A choice of an import's rows.
 *
 * @param outcome only rows with this outcome; null: with any
 * @param activityId only rows that name this activity, by the platform's id; null: any
 * @param search words that all have to stand in username, name, reference or title, in any case;
 *     empty: none has to
 */
public record RowFilter(@Nullable OutcomeCode outcome, @Nullable String activityId, String search) {

    public static final RowFilter ALL = new RowFilter(null, null, "");

    /** The most characters of a search that are looked at. */
    private static final int LONGEST_SEARCH = 200;

    public static RowFilter of(OutcomeCode outcome) {
        return new RowFilter(outcome, null, "");
    }

    /** Tells whether it leaves anything out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** What has to be like the small letters of a row; null where nothing has to. */
    String @Nullable [] patterns() {
        String words = Normalizer.normalize(search, Normalizer.Form.NFC).strip();
        if (words.isEmpty()) {
            return null;
        }
        String start = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        return Arrays.stream(start.toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
    }
}
