package org.unenrol.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unenrol.model.CellHint;
import org.unenrol.model.CellHint.Kind;

/**
 * Finds what may be wrong with a cell that has not been recognised. Nothing is ever matched by it:
 * letters that look alike stay different.
 */
public final class CellHints {

    private static final int MOST_CHARACTERS = 3;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:[.,]\\d+)?E[+-]?\\d+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9]\\d*(?:[.,]0+)?");
    private static final Pattern SPREADSHEET_ERROR =
            Pattern.compile("#(?:N/A|[A-Z]+(?:/0)?[!?]|#+)");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\d{1,2}[-. ]{1,2}\\p{L}{3}\\.?(?:[-. ]\\d{2,4})?|\\p{L}{3}-\\d{2}"
                            + "|\\d{1,2}([/.-])\\d{1,2}\\1\\d{2,4}"
                            + "|\\d{4}([/-])\\d{2}\\2\\d{2}(?: [\\d:]+)?");

    private static final Pattern PERSON = Pattern.compile("[\\p{L}'-]+,?(?: [\\p{L}.'-]+)+");
    private static final Pattern GUARDED =
            Pattern.compile("'[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private CellHints() {}

    /**
     * Names the characters of a username that cannot be seen or look like others, and says whether
     * it looks as if something else were in its place.
     */
    public static List<CellHint> ofUsername(String username) {
        List<CellHint> hints = ofCell(username);
        if (GUARDED.matcher(username).lookingAt()) {
            return hints;
        } else if (username.indexOf('@') > 0) {
            hints.add(CellHint.of(Kind.EMAIL_ADDRESS));
        } else if (PERSON.matcher(username).matches()) {
            hints.add(CellHint.of(Kind.NAME_OF_A_PERSON));
        }
        return hints;
    }

    /** Likewise for a reference. */
    public static List<CellHint> ofReference(String reference) {
        return ofCell(reference);
    }

    private static List<CellHint> ofCell(String text) {
        List<CellHint> hints =
                oddCharacters(text).map(CellHints::ofCharacter).collect(Collectors.toList());
        if (GUARDED.matcher(text).lookingAt()) {
            hints.add(CellHint.of(Kind.FORMULA_GUARD));
        } else if (SCIENTIFIC.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            hints.add(CellHint.of(Kind.REWRITTEN_AS_NUMBER));
        } else if (DATE.matcher(text).matches()) {
            hints.add(CellHint.of(Kind.REWRITTEN_AS_DATE));
        } else if (WHOLE_NUMBER.matcher(text).matches()) {
            hints.add(CellHint.of(Kind.ZEROS_REMOVED));
        } else if (SPREADSHEET_ERROR.matcher(text).matches()) {
            hints.add(CellHint.of(Kind.SPREADSHEET_ERROR));
        }
        return hints;
    }

    /**
     * Names a character for which a reference that is about to be stored would be hard to write
     * again: one that cannot be seen, or a space that is none.
     */
    public static Optional<CellHint> ofNewReference(String reference) {
        return reference
                .codePoints()
                .filter(CellHints::isHardToWrite)
                .mapToObj(CellHints::ofCharacter)
                .findFirst();
    }

    /** The first odd character of a header cell that has one. */
    static CellHint ofHeader(String cell) {
        return oddCharacters(cell).map(CellHints::ofCharacter).findFirst().orElseThrow();
    }

    private static boolean isHardToWrite(int character) {
        OddCharacter odd = OddCharacter.of(character);
        return odd == OddCharacter.UNSEEN || odd == OddCharacter.LOST || odd == OddCharacter.SPACE;
    }

    private static Stream<Integer> oddCharacters(String text) {
        return text.codePoints()
                .distinct()
                .filter(c -> OddCharacter.of(c) != OddCharacter.NONE)
                .limit(MOST_CHARACTERS)
                .boxed();
    }

    private static CellHint ofCharacter(int character) {
        Kind kind =
                switch (OddCharacter.of(character)) {
                    case UNSEEN -> Kind.CHARACTER_UNSEEN;
                    case LOST -> Kind.CHARACTER_LOST;
                    case LATIN -> Kind.CHARACTER_LIKE_LATIN;
                    case QUOTATION_MARK -> Kind.CHARACTER_LIKE_QUOTATION_MARK;
                    case APOSTROPHE -> Kind.CHARACTER_LIKE_APOSTROPHE;
                    case HYPHEN -> Kind.CHARACTER_LIKE_HYPHEN;
                    case SPACE -> Kind.CHARACTER_LIKE_SPACE;
                    case NONE -> throw new IllegalArgumentException("not odd: " + character);
                };
        return new CellHint(kind, character);
    }
}
