package org.unenrol.benchmarks.parsing;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.UnenrolmentFile;

/**
 * Milliseconds to read one million rows from bytes to cells, on one thread. Ours also finds the
 * encoding and the delimiter, matches the header and checks every cell.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class Parsing {

    private static final int ROWS = 1_000_000;

    /** The way in which cells are written. */
    @Param Quoting quoting = Quoting.NONE;

    private byte[] bytes = {};

    /** Measures everything and prints a table. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(Parsing.class.getName()).build()).run();
    }

    @Setup
    public void write() {
        StringBuilder file =
                new StringBuilder(
                        "Username,Activity external reference,Send unenrolment email\r\n");
        for (int row = 1; row <= ROWS; row++) {
            file.append(quoting.cell("learner.number" + row))
                    .append(',')
                    .append(quoting.cell("COURSE-" + row % 97))
                    .append(row % 3 == 0 ? ",Yes\r\n" : ",No\r\n");
        }
        bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public void unenrol(Blackhole cells) throws IOException {
        try (UnenrolmentFile file =
                UnenrolmentFile.open(
                        new ByteArrayInputStream(bytes), FileLimits.unlimited(), null)) {
            for (FileRow row = file.next(); row != null; row = file.next()) {
                cells.consume(row);
            }
        }
    }

    @Benchmark
    public void univocity(Blackhole cells) {
        CsvParser parser = new CsvParser(new CsvParserSettings());
        parser.beginParsing(reader());
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            cells.consume(row);
        }
    }

    @Benchmark
    public void fastCsv(Blackhole cells) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(reader())) {
            for (CsvRecord row : records) {
                cells.consume(row);
            }
        }
    }

    private Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }

    /** The quoting of cells. */
    public enum Quoting {
        NONE,
        ALL;

        String cell(String text) {
            return this == NONE ? text : '"' + text + '"';
        }
    }
}
