package org.unenrol.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time in microseconds, as Linux counts it. */
final class ProcessorTime {

    private static final double MICROS_PER_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    private ProcessorTime() {}

    /** Of the PostgreSQL server in a data folder, and of every session it has or had. */
    static double ofPostgres(Path folder) throws IOException {
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        double sessions =
                ProcessHandle.of(server)
                        .orElseThrow()
                        .children()
                        .mapToDouble(session -> micros(Path.of("/proc/" + session.pid())))
                        .sum();
        return micros(Path.of("/proc/" + server)) + sessions;
    }

    /** Of this JVM. */
    static double ofThisJvm() {
        return micros(Path.of("/proc/self"));
    }

    /** Of another process. */
    static double ofProcess(ProcessHandle process) {
        return micros(Path.of("/proc/" + process.pid()));
    }

    /** Of those of this JVM's threads whose names begin in one of these ways. */
    static double ofThreads(List<String> beginnings) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(thread -> beginnings.stream().anyMatch(name(thread)::startsWith))
                    .mapToDouble(ProcessorTime::micros)
                    .sum();
        }
    }

    private static String name(Path thread) {
        return read(thread.resolve("comm"));
    }

    /** Its own time and that of children that have ended; none where it has ended itself. */
    private static double micros(Path processOrThread) {
        String stat = read(processOrThread.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return MICROS_PER_TICK
                * Stream.of(fields)
                        .skip(USER_TIME)
                        .limit(TIMES)
                        .mapToDouble(Double::parseDouble)
                        .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
