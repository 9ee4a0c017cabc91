package org.unenrol.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A first line such as {@code sep=;}, by which a spreadsheet is told the delimiter.
 *
 * @param named the character after the sign of equality; empty where there is none
 */
record SeparatorLine(String named) {

    private static final Pattern LINE =
            Pattern.compile("(?is)\\s*\"?sep=(\\t|[^\\s\"]|\"|)\"?(?:\\s|\\1)*");

    /** Null when a line is none. */
    static @Nullable SeparatorLine of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? new SeparatorLine(matcher.group(1)) : null;
    }

    /** The delimiters to try first: the one that is named, if it can be one. */
    String delimiters() {
        return canDelimit() ? named : "";
    }

    private boolean canDelimit() {
        if (named.length() != 1) {
            return false;
        }
        char c = named.charAt(0);
        return c == '\t' || (c > ' ' && c < 0x7f && c != '"' && !Character.isLetterOrDigit(c));
    }

    /** Null unless it names what cannot delimit cells. */
    @Nullable Refusal problem() {
        if (canDelimit()) {
            return null;
        }
        if (named.isEmpty()) {
            return Refusal.of(Refusal.Kind.NO_DELIMITER);
        }
        int character = named.codePointAt(0);
        Refusal.Kind kind =
                OddCharacter.of(character) == OddCharacter.UNSEEN
                        ? Refusal.Kind.UNSEEN_DELIMITER
                        : Refusal.Kind.UNFIT_DELIMITER;
        return Refusal.of(kind, character);
    }
}
