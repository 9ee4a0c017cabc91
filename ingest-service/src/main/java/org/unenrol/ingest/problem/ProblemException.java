package org.unenrol.ingest.problem;

/** Thrown where a call is answered with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type().slug());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
