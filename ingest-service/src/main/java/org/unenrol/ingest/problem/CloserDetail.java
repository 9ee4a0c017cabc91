package org.unenrol.ingest.problem;

import java.util.List;

/**
 * Sentences that are closer to what was sent than that of the type; their words are messages, under
 * {@code problem.closer.}
 */
public enum CloserDetail {
    /** The values: its name; those that it may have. */
    PARAMETER_NOT_ONE_OF(ProblemType.PARAMETER_INVALID),
    /** The value: its name. */
    PARAMETER_NO_NUMBER(ProblemType.PARAMETER_INVALID),
    /** The value: its name. */
    PARAMETER_NO_TIME(ProblemType.PARAMETER_INVALID),
    /** The values: its name; the least; the most. */
    PARAMETER_OUT_OF_RANGE(ProblemType.PARAMETER_INVALID),
    /** The values: its name; the most characters. */
    PARAMETER_TOO_LONG(ProblemType.PARAMETER_INVALID),
    /** The values: its name; the only word that it may be. */
    PARAMETER_NOT_THE_WORD(ProblemType.PARAMETER_INVALID),
    /** The value: the name of what stands in the address. */
    NO_UUID(ProblemType.PARAMETER_INVALID),
    /** The value: the name of the part of a form. */
    PART_NO_FIELD(ProblemType.PARAMETER_INVALID),
    /** The values: the method; those that there are. */
    OTHER_METHODS(ProblemType.METHOD_NOT_ALLOWED),
    PROTOCOL_NOT_SPOKEN(ProblemType.REQUEST_UNREADABLE),
    /** An API without passwords. */
    TOKEN_NEEDED(ProblemType.SIGN_IN_NEEDED),
    /** A password of somebody who has more than that to show. */
    SECOND_FACTOR(ProblemType.SIGN_IN_NEEDED),
    /** The value: the scope. */
    SCOPE_NEEDED(ProblemType.INSUFFICIENT_SCOPE),
    NO_SCOPE(ProblemType.INSUFFICIENT_SCOPE),
    /** The value: how many there can be. */
    TOO_MANY_IMPORTS(ProblemType.TOO_MUCH_AT_A_TIME),
    /** The value: how many there can be. */
    TOO_MANY_UPLOADS(ProblemType.TOO_MUCH_AT_A_TIME),
    /** The value: how many there can be. */
    TOO_MANY_DOWNLOADS(ProblemType.TOO_MUCH_AT_A_TIME);

    private final ProblemType type;

    CloserDetail(ProblemType type) {
        this.type = type;
    }

    ProblemType type() {
        return type;
    }

    /**
     * A problem of which this says more.
     *
     * @param values as the constant says
     */
    public Problem problem(Object... values) {
        return new Problem.Closer(this, List.of(values));
    }

    /** Likewise, to be thrown. */
    public ProblemException exception(Object... values) {
        return new ProblemException(problem(values));
    }
}
