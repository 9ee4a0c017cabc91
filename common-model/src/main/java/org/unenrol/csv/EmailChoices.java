package org.unenrol.csv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.EmailChoice;

/** The words that are read as an email choice, in any case. */
final class EmailChoices {

    private EmailChoices() {}

    /** Null when the cell is none of them. */
    static @Nullable EmailChoice read(String cell) {
        if (cell.length() > "FALSE".length()) {
            return null;
        }
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "YES", "Y", "TRUE", "1" -> EmailChoice.YES;
            case "NO", "N", "FALSE", "0" -> EmailChoice.NO;
            default -> null;
        };
    }
}
