package org.unenrol.ingest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code docs/access.md}: for each endpoint the answer to whoever may ask. */
final class AccessMatrix {

    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");

    private AccessMatrix() {}

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> columns = List.of();
        for (List<String> cells : rows()) {
            if (cells.get(0).startsWith("`")) {
                lines.add(line(columns, cells));
            } else if (!cells.get(0).startsWith("-")) {
                columns = cells;
            }
        }
        return lines;
    }

    private static List<List<String>> rows() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .filter(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|")))
                    .map(cells -> cells.map(String::strip).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(List<String> columns, List<String> cells) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 1; i < cells.size(); i++) {
            answers.put(columns.get(i), cells.get(i));
        }
        return new Line(cells.get(0).replace("`", ""), answers);
    }

    /**
     * An endpoint.
     *
     * @param endpoint such as {@code GET /imports/{id}}
     * @param answers by who asks
     */
    record Line(String endpoint, Map<String, String> answers) {

        boolean isOfTheApi() {
            return endpoint.contains(" /api/");
        }

        @Override
        public String toString() {
            return endpoint;
        }
    }
}
