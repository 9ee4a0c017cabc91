package org.unenrol.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sentences about what may be wrong with a cell that has not been recognised. Nothing is ever
 * matched by them: letters that look alike stay different.
 */
public final class CellHints {

    private static final int MOST_CHARACTERS = 3;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:[.,]\\d+)?E[+-]?\\d+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9]\\d*");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\d{1,2}[-.]\\p{L}{3}\\.?|\\p{L}{3}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}");

    private static final Pattern GUARDED =
            Pattern.compile("'[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private CellHints() {}

    /** Names the characters of a username that cannot be seen or look like others. */
    public static List<String> ofUsername(String username) {
        List<String> hints = new ArrayList<>(oddCharacters("The username", username));
        hints.addAll(guard("The username", username));
        return hints;
    }

    /** Likewise for a reference, and whether it looks as if a spreadsheet had changed it. */
    public static List<String> ofReference(String reference) {
        List<String> hints = new ArrayList<>(oddCharacters("The reference", reference));
        hints.addAll(guard("The reference", reference));
        if (SCIENTIFIC.matcher(reference.toUpperCase(Locale.ROOT)).matches()) {
            hints.add(
                    "A spreadsheet seems to have rewritten the reference as a number: format the"
                            + " column as text and enter it again.");
        } else if (DATE.matcher(reference).matches()) {
            hints.add(
                    "A spreadsheet seems to have rewritten the reference as a date: format the"
                            + " column as text and enter it again.");
        } else if (WHOLE_NUMBER.matcher(reference).matches()) {
            hints.add(
                    "A spreadsheet may have removed zeros at its beginning: format the column as"
                            + " text and enter it again.");
        }
        return hints;
    }

    /** The portal's exports put it there. */
    private static List<String> guard(String cellName, String text) {
        return GUARDED.matcher(text).lookingAt()
                ? List.of(
                        cellName
                                + " begins with an apostrophe, which keeps a spreadsheet from"
                                + " running it as a formula: remove the apostrophe.")
                : List.of();
    }

    private static List<String> oddCharacters(String cellName, String text) {
        return text.codePoints()
                .distinct()
                .filter(c -> OddCharacter.of(c) != OddCharacter.NONE)
                .limit(MOST_CHARACTERS)
                .mapToObj(c -> "%s contains U+%04X, %s.".formatted(cellName, c, inWords(c)))
                .toList();
    }

    private static String inWords(int character) {
        OddCharacter odd = OddCharacter.of(character);
        return odd == OddCharacter.UNSEEN
                ? odd.inWords().formatted(Character.getName(character).toLowerCase(Locale.ROOT))
                : odd.inWords();
    }
}
