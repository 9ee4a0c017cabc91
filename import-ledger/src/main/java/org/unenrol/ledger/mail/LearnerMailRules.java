package org.unenrol.ledger.mail;

/**
 * The rules for emails to learners.
 *
 * @param perMinute how many are tried a minute, over all processes; up to a second's worth at once
 */
public record LearnerMailRules(int perMinute, Grouping grouping) {

    /** One for each row, ten a second. */
    public static final LearnerMailRules USUAL = new LearnerMailRules(600, Grouping.BY_ROW);

    /** The rows of an import that one email tells of. */
    public enum Grouping {
        BY_ROW,
        /** All of one learner; they are sent when the import has ended. */
        BY_LEARNER
    }

    boolean byRow() {
        return grouping == Grouping.BY_ROW;
    }
}
