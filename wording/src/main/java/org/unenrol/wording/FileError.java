package org.unenrol.wording;

/**
 * One thing for which a file is refused, in words.
 *
 * @param line the physical line in the file, counted from 1
 * @param message a sentence for people
 */
public record FileError(long line, String message) {}
