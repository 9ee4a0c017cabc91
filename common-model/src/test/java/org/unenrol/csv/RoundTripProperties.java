package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.unenrol.csv.RawRecord.Shape;

/**
 * What holds for any text after a header, however wild, as long as no cell of it imitates an
 * outcome of ours: such a cell cannot be told from the outcome of an earlier run.
 */
class RoundTripProperties {

    private static final String ROW = "anna,COURSE-1,Yes";

    @Property(tries = 1000)
    void isTheUploadWhenTheLastColumnIsTakenAway(
            @ForAll("headers") String header, @ForAll("texts") String text) {
        byte[] bytes = (header + "\n" + text + "\n" + ROW).getBytes(UTF_8);
        Upload upload = new Upload(bytes, UTF_8, ',');

        upload.isResultsWithoutTheLastColumn(upload.results(), 4);
    }

    @Property(tries = 1000)
    void hasTheSameCellsWhenTheResultsAreUploaded(
            @ForAll("headers") String header, @ForAll("texts") String text) {
        byte[] bytes = (header + "\n" + text + "\n" + ROW).getBytes(UTF_8);

        List<FileRow> again = Files.rows(Files.results(bytes));

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("faults")
                .isEqualTo(Files.rows(bytes));
        assertThat(again.stream().map(row -> row.faults().isEmpty()))
                .isEqualTo(Files.rows(bytes).stream().map(row -> row.faults().isEmpty()).toList());
    }

    @Property(tries = 1000)
    void givesTheSameResultsForItsOwnResults(
            @ForAll("headers") String header, @ForAll("texts") String text) {
        byte[] results = Files.results((header + "\n" + text + "\n" + ROW).getBytes(UTF_8));

        assertThat(new String(Files.results(results), UTF_8)).isEqualTo(new String(results, UTF_8));
    }

    /** The framer finds the bounds of the cells, univocity their text: they have to agree. */
    @Property(tries = 1000)
    void splitsARecordWhereTheFramerHasSeenItsCells(@ForAll("texts") String text)
            throws IOException {
        Window window = new Window(new ByteArrayInputStream(text.getBytes(UTF_8)), 1 << 20);
        RecordFramer framer = new RecordFramer(window, Units.of(UTF_8), window.fill(0, 1));
        CellSplitter splitter = new CellSplitter(UTF_8, ',');
        while (framer.next()) {
            RawRecord record = framer.record();
            if (record.shape == Shape.QUOTED) {
                splitter.split(record);
                assertThat(IntStream.range(0, record.cells).mapToObj(i -> splitter.cell(record, i)))
                        .isEqualTo(
                                IntStream.range(0, record.cells)
                                        .mapToObj(i -> unquoted(splitter, record, i))
                                        .toList());
            }
        }
    }

    private static String unquoted(CellSplitter splitter, RawRecord record, int cell) {
        String text =
                splitter.text(record, record.cellStarts[cell], record.cellEnd(cell, 1)).trim();
        if (!text.startsWith("\"")) {
            return CellText.trim(text);
        }
        return CellText.trim(text.substring(1, text.length() - 1).replace("\"\"", "\""));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(Files.HEADER, "Note," + Files.HEADER, Files.HEADER + ",\"No\nte\"");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        Arrays.asList(
                                "\"",
                                "\"",
                                "\"\"",
                                "\",\"",
                                "\"\n",
                                "\n\"",
                                ",",
                                ",",
                                ",",
                                "\n",
                                "\n",
                                "\r\n",
                                "\r",
                                " ",
                                "\t",
                                "a",
                                "b c",
                                "Yes",
                                "No",
                                "\u00e9",
                                "\u00a0",
                                "\u0001",
                                ROW,
                                ROW + "\n",
                                "x," + ROW + "\n",
                                "'",
                                "\\",
                                "#",
                                "sep=;",
                                "outcome"))
                .list()
                .ofMaxSize(40)
                .map(tokens -> String.join("", tokens));
    }
}
