package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule of {@code docs/csv-format.md} and a file that proves it: the rule, settings, and the
 * sections {@code upload}, {@code read} or {@code refused}, {@code names} (the forms in which each
 * row's username and reference are looked up), and {@code results}.
 *
 * <p>In files, a line end of the case counts for nothing: {@code \r}, {@code \n}, {@code \t},
 * {@code \\}, <code>\xFF</code> (a byte) and <code>\U{200B}</code> (a character) say what is meant,
 * and {@code {3*abc}} repeats.
 */
record CaseFile(
        String id, String rule, Map<String, String> settings, Map<String, String> sections) {

    private static final Path FOLDER = Path.of("src/test/resources/csv-cases");
    private static final String SUFFIX = ".case";
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)\\*([^}]*)}");
    private static final Pattern UNIT =
            Pattern.compile("\\\\x([0-9A-F]{2})|\\\\U\\{([0-9A-F]+)}|\\\\(.)|([^\\\\])");

    static List<CaseFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(CaseFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(Path file) {
        try {
            String name = file.getFileName().toString();
            return parse(
                    name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile parse(String id, String text) {
        String[] parts = text.split("(?m)^--- ", -1);
        Map<String, String> sections = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] section = parts[i].split("\n", 2);
            sections.put(section[0].strip(), section[1]);
        }
        Map<String, String> settings = new TreeMap<>();
        StringBuilder rule = new StringBuilder();
        for (String line : parts[0].strip().split("\n", -1)) {
            Matcher setting = Pattern.compile("([a-z]+) = (.*)").matcher(line);
            if (setting.matches()) {
                settings.put(setting.group(1), setting.group(2));
            } else {
                rule.append(line.strip()).append(' ');
            }
        }
        return new CaseFile(id, rule.toString().strip(), settings, sections);
    }

    byte[] upload() {
        return bytes(sections.getOrDefault("upload", ""));
    }

    boolean hasResults() {
        return sections.containsKey("results");
    }

    byte[] results() {
        return bytes(sections.getOrDefault("results", ""));
    }

    /**
     * The rows that the file is read as, or the reason it is refused; an ellipsis stands for
     * further rows.
     */
    String expectation() {
        String expectation =
                sections.entrySet().stream()
                        .filter(section -> List.of("read", "refused").contains(section.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining())
                        .strip();
        return repeated(expectation);
    }

    private static String repeated(String text) {
        return REPEAT.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(2).repeat(Integer.parseInt(match.group(1)))));
    }

    private byte[] bytes(String section) {
        Charset charset = Charset.forName(settings.getOrDefault("encoding", "UTF-8"));
        String text = repeated(section.replace("\n", ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher unit = UNIT.matcher(text);
        while (unit.find()) {
            bytes.writeBytes(bytes(unit.toMatchResult(), charset));
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(MatchResult unit, Charset charset) {
        if (unit.group(1) != null) {
            return new byte[] {(byte) Integer.parseInt(unit.group(1), 16)};
        } else if (unit.group(2) != null) {
            return Character.toString(Integer.parseInt(unit.group(2), 16)).getBytes(charset);
        } else if (unit.group(3) != null) {
            return switch (unit.group(3)) {
                case "r" -> "\r".getBytes(charset);
                case "n" -> "\n".getBytes(charset);
                case "t" -> "\t".getBytes(charset);
                default -> unit.group(3).getBytes(charset);
            };
        }
        return unit.group(4).getBytes(charset);
    }

    String text(byte[] bytes) {
        return new String(bytes, Charset.forName(settings.getOrDefault("encoding", UTF_8.name())));
    }
}
