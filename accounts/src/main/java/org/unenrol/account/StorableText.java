package org.unenrol.account;

/** Text in the form in which PostgreSQL takes it. */
final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** Replaces NUL, and half of a surrogate pair, by U+FFFD. */
    static String of(String text) {
        return text.codePoints()
                .map(character -> isStorable(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isStorable(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }
}
