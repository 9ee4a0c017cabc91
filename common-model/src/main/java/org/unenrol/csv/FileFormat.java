package org.unenrol.csv;

import java.nio.charset.Charset;

/**
 * The format of a file. Opening the same bytes again with its charset declared finds the same
 * format again.
 *
 * @param byteOrderMark whether the file begins with one
 * @param separatorLine whether the first line is one such as {@code sep=;}
 */
public record FileFormat(
        Charset charset, boolean byteOrderMark, char delimiter, boolean separatorLine) {}
