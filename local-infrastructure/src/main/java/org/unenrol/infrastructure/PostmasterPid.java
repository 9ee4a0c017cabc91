package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The {@code postmaster.pid} of a data folder: its lines are the server's process id, the data
 * folder, the start in seconds of the epoch, and more. After a crash the process id may have become
 * another program's.
 */
final class PostmasterPid {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Path file;

    PostmasterPid(Path file) {
        this.file = file;
    }

    /** Tells whether the process is there and is the server of this very data folder. */
    boolean isRunning() throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            return false;
        }
        ProcessHandle process = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return process != null && isPostgres(process) && isOurs(process, start);
    }

    private static boolean isPostgres(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.endsWith("postgres") || command.endsWith("postgres.exe");
    }

    /** A server works in its data folder; where that cannot be seen, the start must do. */
    private boolean isOurs(ProcessHandle process, Instant start) throws IOException {
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        return Files.exists(workingFolder)
                ? Files.isSameFile(workingFolder, file.resolveSibling("."))
                : process.info().startInstant().filter(at -> near(at, start)).isPresent();
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }
}
