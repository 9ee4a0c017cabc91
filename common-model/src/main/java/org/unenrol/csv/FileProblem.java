package org.unenrol.csv;

/**
 * One thing for which a file is refused.
 *
 * @param line the physical line in the file, counted from 1
 * @param message a sentence for people
 */
public record FileProblem(long line, String message) {}
