package org.unenrol.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Writes cells as the file itself would: with its delimiter, quoted where they need it, in its
 * charset. Letters that the charset lacks lose their accents, other characters become a question
 * mark.
 */
final class OutcomeCells {

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]+");

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final char delimiter;
    private String lastCell = "";
    private int lastMissing = -1;
    private byte[] lastEncoded = {};

    OutcomeCells(FileFormat format) {
        this.charset = format.charset();
        this.encoder = charset.newEncoder();
        this.delimiter = format.delimiter();
    }

    /**
     * A delimiter for each empty cell that a row lacks, one more, and the cell. Most rows have the
     * outcome of the row before them. The array is not to be changed.
     */
    byte[] encode(int missingCells, String cell) {
        if (missingCells != lastMissing || !cell.equals(lastCell)) {
            lastEncoded = encoded(missingCells, cell);
            lastMissing = missingCells;
            lastCell = cell;
        }
        return lastEncoded;
    }

    private byte[] encoded(int missingCells, String cell) {
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
        return CONTROL.matcher(cell).replaceAll(" ");
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
