package org.unenrol.csv;

import java.util.List;

/** Thrown when a file is refused whole. Not thrown for rows: a row that is wrong has faults. */
public class RefusedFileException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int MOST_PROBLEMS = 20;

    private final Reason reason;
    private final transient Refusal refusal;
    private final transient List<FileProblem> problems;
    private final int furtherProblems;

    private RefusedFileException(Reason reason, Refusal refusal, List<FileProblem> problems) {
        super(refusal.kind().name());
        this.reason = reason;
        this.refusal = refusal;
        this.problems = List.copyOf(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        this.furtherProblems = problems.size() - this.problems.size();
    }

    /** For what concerns the file as a whole. */
    RefusedFileException(Reason reason, Refusal refusal) {
        this(reason, refusal, List.of());
    }

    /** For what stands in one line. */
    RefusedFileException(Reason reason, Refusal refusal, long line) {
        this(reason, refusal, List.of(new FileProblem(line, refusal)));
    }

    /** For several problems, of which the first stands for all. */
    RefusedFileException(Reason reason, List<FileProblem> problems) {
        this(reason, problems.get(0).refusal(), problems);
    }

    public Reason reason() {
        return reason;
    }

    /** Tells what is wrong, closer than the reason does. */
    public Refusal refusal() {
        return refusal;
    }

    /** The first 20 problems, each with its place. */
    public List<FileProblem> problems() {
        return problems;
    }

    /** Tells how many problems there are beyond {@link #problems()}. */
    public int furtherProblems() {
        return furtherProblems;
    }

    /** The reasons to refuse a file. The names are public API: stable, and only ever added to. */
    public enum Reason {
        EMPTY,
        NO_ROWS,
        HEADER_NOT_FOUND,
        HEADER_MISPLACED,
        COLUMN_MISSING,
        COLUMN_TWICE,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_MANY_BLANK_LINES,
        QUOTES_TOO_FAR_APART,
        NOT_A_CSV,
        UNREADABLE_ENCODING
    }
}
