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

    /** What to say when the header does not name the columns with any other delimiter either. */
    @Nullable String problem() {
        if (canDelimit()) {
            return null;
        }
        String names =
                named.isEmpty()
                        ? "no delimiter after sep="
                        : described(named.codePointAt(0)) + " as the delimiter, which it cannot be";
        return "The first line names %s: separate the cells by commas, semicolons, tabs or"
                        .formatted(names)
                + " vertical bars, and delete that line.";
    }

    private static String described(int c) {
        String codePoint = "U+%04X".formatted(c);
        return OddCharacter.of(c) == OddCharacter.UNSEEN
                ? codePoint
                : Character.toString(c) + " (" + codePoint + ")";
    }
}
