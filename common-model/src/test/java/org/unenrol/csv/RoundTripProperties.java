package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Properties of any text after a header, however wild, as long as no cell of it imitates an outcome
 * of ours: such a cell cannot be told from the outcome of an earlier run.
 */
class RoundTripProperties {

    private static final String ROW = "anna,COURSE-1,Yes";

    @Property(tries = 2000)
    void isTheUploadWhenTheLastColumnIsTakenAway(
            @ForAll("headers") String header, @ForAll("texts") String text) {
        byte[] bytes = (header + "\n" + text + "\n" + ROW).getBytes(UTF_8);
        Upload upload = new Upload(bytes, UTF_8, ',');

        upload.isResultsWithoutTheLastColumn(upload.results(), 4);
    }

    @Property(tries = 2000)
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

    @Property(tries = 2000)
    void givesTheSameResultsForItsOwnResults(
            @ForAll("headers") String header, @ForAll("texts") String text) {
        byte[] results = Files.results((header + "\n" + text + "\n" + ROW).getBytes(UTF_8));

        assertThat(new String(Files.results(results), UTF_8)).isEqualTo(new String(results, UTF_8));
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
