package org.unenrol.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** A file beside this class: one line each, cells between semicolons, no header. */
record SampleFile(List<Line> lines) {

    static SampleFile read(String name) {
        try {
            String text =
                    new ClassPathResource(name, SampleFile.class)
                            .getContentAsString(StandardCharsets.UTF_8);
            return new SampleFile(
                    text.lines().map(line -> new Line(List.of(line.split(";")))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] texts(int cell) {
        return texts(line -> line.text(cell));
    }

    String[] texts(Function<Line, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    int[] numbers(int cell) {
        return lines.stream().mapToInt(line -> line.number(cell)).toArray();
    }

    record Line(List<String> cells) {

        String text(int cell) {
            return cells.get(cell);
        }

        int number(int cell) {
            return Integer.parseInt(text(cell));
        }
    }
}
