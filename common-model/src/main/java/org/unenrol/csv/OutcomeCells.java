package org.unenrol.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * Writes cells as the file itself would: with its delimiter, quoted where they need it, in its
 * charset. Letters that the charset lacks lose their accents, other characters become a question
 * mark.
 */
final class OutcomeCells {

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final char delimiter;

    OutcomeCells(FileFormat format) {
        this.charset = format.charset();
        this.encoder = charset.newEncoder();
        this.delimiter = format.delimiter();
    }

    /** A delimiter for each empty cell that a row lacks, one more, and the cell. */
    byte[] encode(int missingCells, String cell) {
        String added = String.valueOf(delimiter).repeat(missingCells + 1) + quoted(oneLine(cell));
        return (encoder.canEncode(added) ? added : simplified(added)).getBytes(charset);
    }

    private String quoted(String cell) {
        if (cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0) {
            return cell;
        }
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("[\\x00-\\x1f]+", " ");
    }

    private String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> encoder.canEncode(letter) ? letter : withoutAccents(letter))
                .forEach(simplified::append);
        return simplified.toString();
    }

    private static String withoutAccents(String letter) {
        return Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }
}
