package org.unenrol.sso;

/**
 * Texts of a provider that an account can have: of a bearable length, and of what can be written.
 */
final class StorableName {

    private static final int LONGEST = 200;

    private StorableName() {}

    /** Tells whether it can be had, and not be mistaken for another. */
    static boolean is(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().noneMatch(StorableName::isStrange);
    }

    private static boolean isStrange(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || isOrder(character);
    }

    /** Characters that turn the order of those after them round, so that another name is seen. */
    private static boolean isOrder(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
