package org.unenrol.csv;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unenrol.model.OutcomeCode;

/** Knows the text of an outcome cell when it sees one. */
final class OutcomeText {

    private static final String CODES =
            Arrays.stream(OutcomeCode.values()).map(Enum::name).collect(Collectors.joining("|"));
    private static final Pattern CELL = Pattern.compile("\\s*\"?(?:" + CODES + "): ");

    /** The number of characters that tell whether a cell is an outcome. */
    static final int MOST_CHARACTERS_TO_SEE = 64;

    private OutcomeText() {}

    /** Tells whether a cell, in quotes or not, begins like an outcome. */
    static boolean begins(String cell) {
        return CELL.matcher(cell).lookingAt();
    }

    /** Tells whether any cell of a line begins like an outcome, however the line is quoted. */
    static boolean isIn(String line, char delimiter) {
        int cell = line.indexOf(delimiter);
        while (cell >= 0 && !begins(line.substring(cell + 1))) {
            cell = line.indexOf(delimiter, cell + 1);
        }
        return cell >= 0;
    }
}
