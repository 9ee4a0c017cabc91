package org.unenrol.csv;

import java.util.HashSet;
import java.util.Set;

/**
 * The forms that usernames and references have in a file. Two texts have the same form if they
 * differ only in which letters and digits they have and in how many follow one another: {@code
 * case.one} and {@code anna.b} do.
 */
final class RowShapes {

    private static final int MOST_SHAPES = 200;

    private final Set<String> usernames = new HashSet<>();
    private final Set<String> references = new HashSet<>();

    void add(String username, String reference) {
        if (usernames.size() < MOST_SHAPES) {
            usernames.add(of(username));
        }
        if (references.size() < MOST_SHAPES) {
            references.add(of(reference));
        }
    }

    boolean hasUsernameLike(String text) {
        return !text.isEmpty() && usernames.contains(of(text));
    }

    boolean hasReferenceLike(String text) {
        return !text.isEmpty() && references.contains(of(text));
    }

    static String of(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '9' : c)
                .filter(c -> shape.isEmpty() || c != shape.codePointBefore(shape.length()))
                .forEach(shape::appendCodePoint);
        return shape.toString();
    }
}
