package org.unenrol.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time that a PostgreSQL server has taken, as Linux counts it. */
final class ServerTime {

    private static final double MICROS_PER_TICK = 10_000;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    private ServerTime() {}

    /** Of the server in a data folder, and of every session it has or had. */
    static double micros(Path folder) throws IOException {
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        double sessions =
                ProcessHandle.of(server)
                        .orElseThrow()
                        .children()
                        .mapToDouble(session -> ticks(session.pid()))
                        .sum();
        return (ticks(server) + sessions) * MICROS_PER_TICK;
    }

    /** Its own time and that of children that have ended. */
    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields)
                    .skip(USER_TIME)
                    .limit(TIMES)
                    .mapToDouble(Double::parseDouble)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
