package org.unenrol.model.upstream;

/** The reasons to refuse a request. The names are public API: stable, and only ever added to. */
public enum RefusalReason {
    /** The record is not JSON, or not a CloudEvent. */
    UNREADABLE,
    /** Another version of CloudEvents than 1.0. */
    UNSUPPORTED_VERSION,
    UNKNOWN_TYPE,
    /** The record, or the request as a whole, has too many bytes. */
    TOO_LARGE,
    /** Members are missing or of another type; the faults say which. */
    MALFORMED,
    MODE_NOT_ALLOWED,
    NO_ROWS,
    TOO_MANY_ROWS,
    /** Another content came under the id of a request that had been received whole. */
    REQUEST_ID_REUSED,
    /** Two records of a request that is being received say different things. */
    CONTRADICTED,
    /** The parts or rows are not as many as its last record says. */
    MISCOUNTED,
    /** Records of the request did not come within the time limit. */
    INCOMPLETE,
    /** Its source took it back before it was accepted. */
    CANCELLED,
    /** The account in whose name the source acts is no administrator's, or does not exist. */
    ACCOUNT_NOT_ALLOWED,
    /** No learner has the username of a learner who has left. */
    USERNAME_NOT_RECOGNISED,
    /** A learner who has left has no open enrolment that a row could name. */
    NOTHING_TO_END,
    /** The platform does not tell the enrolments of a learner. */
    NOT_SUPPORTED,
    /** The file made of the rows is refused; the message says why. */
    FILE_REFUSED,
    /** The record could be read, and yet not be taken in. */
    NOT_PROCESSABLE
}
