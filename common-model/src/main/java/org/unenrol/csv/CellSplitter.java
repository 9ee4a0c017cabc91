package org.unenrol.csv;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RawRecord.Shape;

/**
 * Splits one record at a time into cells. Records without quotes are split where the framer has
 * seen delimiters; the others are given to univocity, with everything switched off that could lose
 * text.
 */
final class CellSplitter {

    private static final int UNLIMITED = -1;

    private final Charset charset;
    private final int unitWidth;
    private final char delimiter;
    private @Nullable CsvParser parser;

    private String[] quotedCells = {};

    CellSplitter(Charset charset, char delimiter) {
        this.charset = charset;
        this.unitWidth = Units.of(charset).width();
        this.delimiter = delimiter;
    }

    private static CsvParserSettings settings(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setCommentProcessingEnabled(false);
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setSkipEmptyLines(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(UNLIMITED);
        settings.setMaxColumns(RawRecord.MOST_CELLS);
        return settings;
    }

    /** Made only when it is needed, since it is large. */
    private CsvParser parser() {
        if (parser == null) {
            parser = new CsvParser(settings(delimiter));
        }
        return parser;
    }

    /** Makes a record the one whose cells are asked for. */
    void split(RawRecord row) {
        if (row.shape == Shape.QUOTED) {
            String[] cells = parser().parseLine(text(row));
            quotedCells = cells == null ? new String[0] : cells;
        }
    }

    /** A cell of the record that was split last, without the white space round it. */
    String cell(RawRecord row, int cell) {
        if (row.shape == Shape.QUOTED) {
            return cell < quotedCells.length ? CellText.trim(quotedCells[cell]) : "";
        }
        return CellText.trim(text(row, row.cellStarts[cell], row.cellEnd(cell, unitWidth)));
    }

    private String text(RawRecord row) {
        return row.hasSpaceRoundQuotes
                ? withoutSpaceRoundQuotes(row)
                : text(row, row.start, row.end);
    }

    /** Univocity takes quotes that follow a space for text. */
    private String withoutSpaceRoundQuotes(RawRecord row) {
        return IntStream.range(0, Math.min(row.cells, RawRecord.MOST_CELLS))
                .mapToObj(cell -> text(row, row.cellStarts[cell], row.cellEnd(cell, unitWidth)))
                .map(String::trim)
                .collect(Collectors.joining(String.valueOf(delimiter)));
    }

    /** Part of a record; what cannot be decoded is U+FFFD. */
    String text(RawRecord row, int from, int to) {
        return new String(row.bytes, from, to - from, charset);
    }
}
