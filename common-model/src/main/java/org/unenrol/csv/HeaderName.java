package org.unenrol.csv;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The form in which header cells are compared: without white space, case and a colon at the end.
 */
final class HeaderName {

    static final String OUTCOME = "Outcome";

    private static final char FULL_WIDTH_COLON = '\uff1a';
    private static final char ANY = '\ue000';
    private static final String OUTCOME_KEY = key(OUTCOME);

    private HeaderName() {}

    static String key(String cell) {
        StringBuilder key = new StringBuilder(cell.length());
        cell.codePoints().filter(c -> !CellText.isSpace(c)).forEach(key::appendCodePoint);
        while (key.length() > 0 && isColon(key.charAt(key.length() - 1))) {
            key.setLength(key.length() - 1);
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isColon(char c) {
        return c == ':' || c == FULL_WIDTH_COLON;
    }

    /**
     * Tells whether a cell that has odd characters would have the key without them. One that looks
     * like a letter may stand for any.
     */
    static boolean isAlike(String cell, String key) {
        StringBuilder meant = new StringBuilder(cell.length());
        cell.codePoints().forEach(c -> append(c, meant));
        String other = key(meant.toString());
        if (cell.contentEquals(meant) || other.length() != key.length()) {
            return false;
        }
        return IntStream.range(0, key.length())
                .allMatch(i -> other.charAt(i) == key.charAt(i) || other.charAt(i) == ANY);
    }

    private static void append(int c, StringBuilder meant) {
        switch (OddCharacter.of(c)) {
            case UNSEEN, QUOTATION_MARK -> {}
            case LATIN, LOST -> meant.append(ANY);
            default -> meant.appendCodePoint(c);
        }
    }

    static boolean isOutcome(String cell) {
        return OUTCOME_KEY.equals(key(cell));
    }
}
