package org.unenrol.test.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.asm.ClassReader;

/**
 * The statements that stand in the classes of a module: each text in them that begins as a
 * statement does.
 */
public final class ModuleStatements {

    private static final int CONSTANT_STRING = 8;

    private static final Pattern BEGINNING =
            Pattern.compile(
                    "\\s*\\(?(select|insert into|update|delete from|with|truncate|create|lock)\\s[\\s\\S]*");

    /** A parameter, a place for another piece (JVMS 4.7.23, StringConcatFactory), or a format. */
    private static final Pattern GAP =
            Pattern.compile("(?<param>(?<!:):[A-Za-z]\\w*)|\u0001|%(\\d\\$)?[sd]");

    private final Path classes;

    private ModuleStatements(Path classes) {
        this.classes = classes;
    }

    /** Takes any class of the module. */
    public static ModuleStatements of(Class<?> one) {
        try {
            Path home = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new ModuleStatements(Files.isDirectory(home) ? home : insideOf(home));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // open for as long as the JVM's tests run
    private static Path insideOf(Path jar) {
        try {
            return FileSystems.newFileSystem(jar).getPath("/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were never executed in this JVM, each with its class. */
    public List<String> neverExecuted() throws IOException {
        Set<String> executed =
                RecordingDataSource.executed().stream()
                        .map(ModuleStatements::onOneLine)
                        .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Path file : files()) {
            for (String statement : statements(file)) {
                Pattern form = formOf(statement);
                if (executed.stream().noneMatch(sql -> form.matcher(sql).find())) {
                    missing.add(classes.relativize(file) + ": " + onOneLine(statement));
                }
            }
        }
        return missing;
    }

    /** All of them, by the class that has them; some are but the beginning of one. */
    public Map<String, List<String>> byClass() throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        for (Path file : files()) {
            List<String> statements = statements(file);
            if (!statements.isEmpty()) {
                all.put(classes.relativize(file).toString(), statements);
            }
        }
        return all;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    private static List<String> statements(Path file) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        char[] buffer = new char[reader.getMaxStringLength()];
        List<String> statements = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0 && reader.readByte(item - 1) == CONSTANT_STRING) {
                String text = reader.readUTF8(item, buffer);
                if (BEGINNING.matcher(text).matches()) {
                    statements.add(text);
                }
            }
        }
        return statements;
    }

    /** The statement with its parameters as the driver gets them. */
    private static Pattern formOf(String statement) {
        String text = onOneLine(statement);
        StringBuilder form = new StringBuilder();
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            form.append(Pattern.quote(text.substring(from, gap.start())));
            form.append(gap.group("param") == null ? ".*" : "\\?(, \\?)*");
            from = gap.end();
        }
        return Pattern.compile(form + Pattern.quote(text.substring(from)));
    }

    private static String onOneLine(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }
}
