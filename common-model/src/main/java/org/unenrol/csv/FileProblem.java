package org.unenrol.csv;

/**
 * One thing for which a file is refused.
 *
 * @param line the physical line in the file, counted from 1
 */
public record FileProblem(long line, Refusal refusal) {}
