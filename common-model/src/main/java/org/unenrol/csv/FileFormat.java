package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * How a file is written. Opening the same bytes again with its charset declared finds the same
 * format again.
 *
 * @param byteOrderMark whether the file begins with one
 * @param separatorLine whether the first line is one such as {@code sep=;}
 */
public record FileFormat(
        Charset charset, boolean byteOrderMark, char delimiter, boolean separatorLine) {

    /** For people, such as {@code Read as UTF-8, separated by commas.} */
    public String description() {
        return "Read as " + charsetName() + ", separated by " + delimiterName() + ".";
    }

    private String charsetName() {
        if (charset.equals(UTF_16LE) || charset.equals(UTF_16BE)) {
            return "UTF-16";
        }
        String name = charset.name();
        return name.startsWith("windows-")
                ? "W" + name.substring(1)
                : name.toUpperCase(Locale.ROOT);
    }

    private String delimiterName() {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "vertical bars";
            default -> "the character " + delimiter;
        };
    }
}
