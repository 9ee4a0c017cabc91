package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootVersion;
import tools.jackson.databind.json.JsonMapper;

/** The measurements and the machine, as a table and as JSON. */
final class Report {

    private static final long MEBIBYTE = 1024L * 1024;

    private final Map<MeasureName, List<Figure>> measures = new LinkedHashMap<>();

    void add(MeasureName name, List<Figure> figures) {
        measures.put(name, new ArrayList<>(figures));
    }

    void print() {
        System.out.printf("%n%s%n%n", machine());
        System.out.printf("| measure | | | target |%n|---|---|---|---|%n");
        measures.forEach((name, figures) -> figures.forEach(figure -> print(name, figure)));
    }

    private static void print(MeasureName name, Figure figure) {
        System.out.printf(
                "| %s | %s | %s %s | %s |%n",
                name, figure.what(), number(figure.value()), figure.unit(), figure.target());
    }

    private static String number(double value) {
        return value < 100 ? "%.2f".formatted(value) : "%,.0f".formatted(value);
    }

    void writeTo(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().toString());
        all.put("machine", machine());
        all.put("measures", measures);
        Files.write(file, JsonMapper.builder().build().writeValueAsBytes(all));
        System.out.printf("%nThe same as JSON: %s%n", file);
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("heap (MiB)", Runtime.getRuntime().maxMemory() / MEBIBYTE);
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.version"));
        machine.put("springBoot", String.valueOf(SpringBootVersion.getVersion()));
        machine.put("kafka", org.apache.kafka.common.utils.AppInfoParser.getVersion());
        return machine;
    }
}
