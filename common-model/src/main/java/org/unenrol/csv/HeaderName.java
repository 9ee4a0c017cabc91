package org.unenrol.csv;

import java.util.Locale;

/**
 * The form in which header cells are compared: without white space, case and a colon at the end.
 */
final class HeaderName {

    static final String OUTCOME = "Outcome";

    private static final String OUTCOME_KEY = key(OUTCOME);

    private HeaderName() {}

    static String key(String cell) {
        StringBuilder key = new StringBuilder(cell.length());
        cell.codePoints().filter(c -> !CellText.isSpace(c)).forEach(key::appendCodePoint);
        while (key.length() > 0 && key.charAt(key.length() - 1) == ':') {
            key.setLength(key.length() - 1);
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    static boolean isOutcome(String cell) {
        return OUTCOME_KEY.equals(key(cell));
    }
}
