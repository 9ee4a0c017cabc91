package org.unenrol.ledger;

/** The choice that a whole import makes about emails to its learners. */
public enum LearnerEmails {
    /** A learner whose row says Yes gets one. */
    AS_ROWS_SAY,
    /** Nobody gets one, whatever the rows say. */
    NONE;

    /** The choice by whether emails are wanted. */
    public static LearnerEmails of(boolean wanted) {
        return wanted ? AS_ROWS_SAY : NONE;
    }

    /** Tells whether rows that say Yes are obeyed. */
    public boolean areWanted() {
        return this == AS_ROWS_SAY;
    }
}
