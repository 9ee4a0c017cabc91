package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads every file below some folders as an upload: as it is, and as the rows after a header of
 * ours. Each has to be refused or to come back byte for byte with an outcome for each row, within
 * ten seconds. Run by hand on public collections of hostile files, with a heap of 256 MB.
 */
final class CorpusRun {

    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final String HEADER = org.unenrol.csv.Files.HEADER;

    private final Map<String, Integer> endings = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long slowest;

    private CorpusRun() {}

    public static void main(String[] folders) throws IOException {
        CorpusRun run = new CorpusRun();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(run::readAll);
            }
        }
        run.endings.forEach((ending, count) -> System.out.println(count + "  " + ending));
        run.failures.forEach(System.out::println);
        System.out.printf(
                "slowest %d ms, %d failures%n", run.slowest / 1_000_000, run.failures.size());
        System.exit(run.failures.isEmpty() ? 0 : 1);
    }

    private void readAll(Path path) {
        try {
            variants(Files.readAllBytes(path))
                    .forEach((variant, bytes) -> readOne(path + " " + variant, bytes));
        } catch (IOException e) {
            failures.add(path + " " + e);
        }
    }

    private static Map<String, byte[]> variants(byte[] bytes) {
        Map<String, byte[]> variants = new LinkedHashMap<>();
        variants.put("as it is", bytes);
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String header = HEADER.replace(",", delimiter) + delimiter + "Note\n";
            variants.put("after a header with " + delimiter, joined(header.getBytes(UTF_8), bytes));
        }
        return variants;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = new byte[one.length + other.length];
        System.arraycopy(one, 0, joined, 0, one.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private void readOne(String name, byte[] bytes) {
        long start = System.nanoTime();
        try {
            read(bytes);
            endings.merge("answered row for row", 1, Integer::sum);
        } catch (RefusedFileException e) {
            endings.merge("refused: " + e.reason(), 1, Integer::sum);
        } catch (RuntimeException | AssertionError e) {
            failures.add(name + " " + e);
        }
        long took = System.nanoTime() - start;
        slowest = Math.max(slowest, took);
        if (took > LONGEST_NANOS) {
            failures.add(name + " took " + took / 1_000_000 + " ms");
        }
    }

    private static void read(byte[] bytes) {
        List<FileRow> rows = org.unenrol.csv.Files.rows(bytes);
        List<Integer> numbers = IntStream.rangeClosed(1, rows.size()).boxed().toList();
        if (!rows.stream().map(FileRow::row).toList().equals(numbers)) {
            throw new AssertionError("rows are not numbered from 1");
        }
        FileFormat format = org.unenrol.csv.Files.format(bytes);
        Upload upload = new Upload(bytes, format.charset(), format.delimiter());
        upload.isResultsWithoutTheLastColumn(upload.results(), 4);
    }
}
