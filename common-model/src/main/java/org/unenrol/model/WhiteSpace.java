package org.unenrol.model;

/** The characters that do not count round a username, a reference or any other cell. */
public final class WhiteSpace {

    private WhiteSpace() {}

    /** White space of any script, the no-break spaces and control characters too. */
    public static boolean is(int c) {
        return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || isSeparator(c)));
    }

    private static boolean isSeparator(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    /** The text without the white space round it; inside it stays. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (start < end && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
