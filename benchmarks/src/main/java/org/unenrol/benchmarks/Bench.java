package org.unenrol.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The place where measures are taken: the settings, a folder for what they write, and a voice. */
final class Bench {

    private final BenchmarkSettings settings;
    private final Path folder;
    private final long start = System.nanoTime();

    Bench(BenchmarkSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    BenchmarkSettings settings() {
        return settings;
    }

    /** A folder of its own for one start. */
    Path newFolder(String purpose) throws IOException {
        return Files.createTempDirectory(folder, purpose);
    }

    /** Says on the console how far it is. */
    void say(String words) {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf("[%3d s] %s%n", seconds, words);
    }
}
