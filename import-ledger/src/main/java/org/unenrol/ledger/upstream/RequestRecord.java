package org.unenrol.ledger.upstream;

import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.model.Mode;

/**
 * A record of a request. Each states some of: how the request begins, how it ends, and rows of it.
 */
public sealed interface RequestRecord {

    /** The statement of how the request begins; null where the record has none. */
    default @Nullable String head() {
        return null;
    }

    /** The statement of how the request ends; null where the record has none. */
    default @Nullable String tail() {
        return null;
    }

    /** Nothing for the usual, so that statements that are stored already stay the same. */
    private static String without(LearnerEmails emails) {
        return emails.areWanted() ? "" : " without emails";
    }

    /** All of a request. */
    record Whole(Mode mode, LearnerEmails learnerEmails, RowsJson rows) implements RequestRecord {

        /** Makes one that mails as its rows say. */
        public Whole(Mode mode, RowsJson rows) {
            this(mode, LearnerEmails.AS_ROWS_SAY, rows);
        }

        @Override
        public String head() {
            return RowsJson.sha256("whole " + mode + without(learnerEmails) + " " + rows.sha256());
        }

        @Override
        public String tail() {
            return head();
        }
    }

    /** The first record of a large request, which need not come first. */
    record Opened(Mode mode, LearnerEmails learnerEmails) implements RequestRecord {

        /** Makes one that mails as its rows say. */
        public Opened(Mode mode) {
            this(mode, LearnerEmails.AS_ROWS_SAY);
        }

        @Override
        public String head() {
            return RowsJson.sha256("opened " + mode + without(learnerEmails));
        }
    }

    /**
     * Some rows of a large request.
     *
     * @param part counted from 1
     */
    record Part(int part, RowsJson rows) implements RequestRecord {}

    /** The last record of a large request, which need not come last. */
    record Closed(int parts, int rows) implements RequestRecord {

        @Override
        public String tail() {
            return RowsJson.sha256("closed " + parts + " " + rows);
        }
    }

    /**
     * The news that a learner has left: the open enrolments are the rows.
     *
     * @param sendEmail the cell of each row
     */
    record LearnerLeft(String username, String sendEmail) implements RequestRecord {

        @Override
        public String head() {
            return RowsJson.sha256("left " + sendEmail + " " + username);
        }

        @Override
        public String tail() {
            return head();
        }
    }

    /** The wish that nothing more comes of the request. */
    record Cancel() implements RequestRecord {}
}
