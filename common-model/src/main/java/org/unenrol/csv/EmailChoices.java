package org.unenrol.csv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.EmailChoice;

/**
 * The words that are read as an email choice, in any case. In small letters, as other letters have
 * one of these as their capital.
 */
final class EmailChoices {

    private EmailChoices() {}

    /** Null when the cell is none of them. */
    static @Nullable EmailChoice read(String cell) {
        if (cell.length() > "FALSE".length()) {
            return null;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1" -> EmailChoice.YES;
            case "no", "n", "false", "0" -> EmailChoice.NO;
            default -> null;
        };
    }
}
