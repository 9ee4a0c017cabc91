package org.unenrol.guarantees.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unenrol.ledger.Imports;
import org.unenrol.platform.postgres.PostgresRowSettler;

/** A mutant whose patterns have lost their statement would change nothing, and never be found. */
class MutantPatternTests {

    @Test
    void findTheStatementsThatTheyChange() throws IOException {
        List<String> classes = new ArrayList<>(classesOf(Imports.class));
        classes.addAll(classesOf(PostgresRowSettler.class));

        for (Mutant mutant : Mutant.values()) {
            for (String pattern : mutant.otherSql().keySet()) {
                Pattern statement = Pattern.compile(pattern);
                assertThat(classes)
                        .as("%s: %s", mutant, pattern)
                        .anyMatch(text -> statement.matcher(text).find());
            }
        }
    }

    /** Statements stand in them as they are. The module is a folder of classes, or a jar. */
    private static List<String> classesOf(Class<?> one) throws IOException {
        Path home = Weaver.home(one);
        if (Files.isDirectory(home)) {
            return classesIn(home);
        }
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
            return classesIn(jar.getPath("/"));
        }
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(MutantPatternTests::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
