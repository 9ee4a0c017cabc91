package org.unenrol.ledger.lifecycle;

import java.util.List;
import org.unenrol.wording.Messages;

/**
 * A cause outside the file for which an import cannot be finished: data, of which a sentence is
 * made where a person reads it.
 *
 * @param numbers what the kind says they are
 */
public record Damage(Kind kind, List<Integer> numbers) {

    /** The stored file cannot be read, or has fewer rows than it had when it was taken in. */
    public static Damage fileUnreadable() {
        return new Damage(Kind.FILE_UNREADABLE, List.of());
    }

    /** A row has no outcome, although the import has as many outcomes as rows. */
    public static Damage outcomeMissing(int row) {
        return new Damage(Kind.OUTCOME_MISSING, List.of(row));
    }

    /** The stored file has another number of rows than the import. */
    public static Damage otherNumberOfRows(int found, int expected) {
        return new Damage(Kind.OTHER_NUMBER_OF_ROWS, List.of(found, expected));
    }

    /** In a language. */
    public String sentence(Messages messages) {
        return messages.text("damage." + kind, numbers.toArray());
    }

    /** The kinds of damage. The names are stored. */
    public enum Kind {
        FILE_UNREADABLE,
        /** The number: the row. */
        OUTCOME_MISSING,
        /** The numbers: rows found, rows expected. */
        OTHER_NUMBER_OF_ROWS
    }
}
