package org.unenrol.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences about what may be wrong with a cell that has not been recognised. Nothing is ever
 * matched by them: letters that look alike stay different.
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
    private static final String REWRITTEN =
            "A spreadsheet seems to have rewritten the %s as a %s: format the column as text and enter"
                    + " it again.";

    private static final Pattern GUARDED =
            Pattern.compile("'[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private CellHints() {}

    /**
     * Names the characters of a username that cannot be seen or look like others, and says whether
     * it looks as if something else were in its place.
     */
    public static List<String> ofUsername(String username) {
        List<String> hints = ofCell("username", username);
        if (GUARDED.matcher(username).lookingAt()) {
            return hints;
        } else if (username.indexOf('@') > 0) {
            hints.add("If it is an email address, enter the username of that account instead.");
        } else if (PERSON.matcher(username).matches()) {
            hints.add("If it is a person's name, enter the username of that person instead.");
        }
        return hints;
    }

    /** Likewise for a reference. */
    public static List<String> ofReference(String reference) {
        return ofCell("reference", reference);
    }

    private static List<String> ofCell(String cellName, String text) {
        List<String> hints = new ArrayList<>(oddCharacters("The " + cellName, text));
        if (GUARDED.matcher(text).lookingAt()) {
            hints.add(
                    "The %s begins with an apostrophe, as the portal's exports put it there to keep a spreadsheet from running a formula: remove the apostrophe."
                            .formatted(cellName));
        } else if (SCIENTIFIC.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            hints.add(REWRITTEN.formatted(cellName, "number"));
        } else if (DATE.matcher(text).matches()) {
            hints.add(REWRITTEN.formatted(cellName, "date"));
        } else if (WHOLE_NUMBER.matcher(text).matches()) {
            hints.add(
                    "A spreadsheet may have removed zeros at its beginning: format the column as"
                            + " text and enter it again.");
        } else if (SPREADSHEET_ERROR.matcher(text).matches()) {
            hints.add(
                    "A spreadsheet has put an error in the place of the %s: correct its formula, or enter"
                                    .formatted(cellName)
                            + " the %s as text.".formatted(cellName));
        }
        return hints;
    }

    /**
     * Names a character for which a reference that is about to be stored would be hard to write
     * again: one that cannot be seen, or a space that is none. A sentence without its full stop.
     */
    public static Optional<String> ofNewReference(String reference) {
        return reference
                .codePoints()
                .filter(CellHints::isHardToWrite)
                .mapToObj(c -> described("External reference", c))
                .findFirst();
    }

    /** The first odd character of a header cell that has one. */
    static String ofHeader(String cellName, String cell) {
        return oddCharacters(cellName, cell).get(0);
    }

    private static boolean isHardToWrite(int character) {
        OddCharacter odd = OddCharacter.of(character);
        return odd == OddCharacter.UNSEEN || odd == OddCharacter.LOST || odd == OddCharacter.SPACE;
    }

    private static List<String> oddCharacters(String cellName, String text) {
        return text.codePoints()
                .distinct()
                .filter(c -> OddCharacter.of(c) != OddCharacter.NONE)
                .limit(MOST_CHARACTERS)
                .mapToObj(c -> described(cellName, c) + ".")
                .toList();
    }

    private static String described(String cellName, int character) {
        return "%s contains U+%04X, %s"
                .formatted(cellName, character, OddCharacter.inWords(character));
    }
}
