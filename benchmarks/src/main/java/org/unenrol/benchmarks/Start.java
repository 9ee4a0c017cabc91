package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unenrol.infrastructure.JavaCommand;
import org.unenrol.infrastructure.PackagedJar;

/**
 * From the start of a process until it is ready. Standalone as it is packaged, taken apart, with an
 * archive of its classes, and from Maven; and the services, all started at once.
 */
final class Start implements Measure {

    private static final Path TARGET = Path.of("standalone", "target");

    @Override
    public List<Figure> take(Bench bench) throws IOException {
        List<Figure> figures = new ArrayList<>(standalone(bench));
        try (ServiceProcesses services =
                ServiceProcesses.start(bench.newFolder("start"), List.of(), List.of())) {
            services.startTimes()
                    .forEach(
                            (name, time) ->
                                    figures.add(Figure.of(name, time.toMillis() / 1e3, "s")));
        }
        return figures;
    }

    private static List<Figure> standalone(Bench bench) throws IOException {
        Path folder = bench.newFolder("start");
        PackagedJar packaged = PackagedJar.in(TARGET);
        Path apart = packaged.extract(folder.resolve("apart"));
        Path archive = folder.resolve("standalone.jsa");
        java(apart, "-XX:ArchiveClassesAtExit=" + archive).ready(folder.resolve("archive"));
        String archived = "-XX:SharedArchiveFile=" + archive;

        StandaloneStart plain = java(packaged.path());
        Path data = folder.resolve("data");
        return List.of(
                plain.figure(bench, "standalone, its jar, first start", data),
                plain.figure(bench, "standalone, its jar, later start", data),
                java(apart, archived)
                        .figure(bench, "standalone, with an archive of its classes", data),
                java(apart, archived, "-XX:TieredStopAtLevel=1")
                        .figure(bench, "standalone, with the archive, compiled once", data),
                new StandaloneStart(List.of("./mvnw", "-B", "spring-boot:run"))
                        .figure(bench, "./mvnw spring-boot:run, built before", data));
    }

    private static StandaloneStart java(Path jar, String... jvm) {
        return new StandaloneStart(
                JavaCommand.of(List.of(jvm), List.of("-jar", jar.toString()), List.of()).command());
    }
}
