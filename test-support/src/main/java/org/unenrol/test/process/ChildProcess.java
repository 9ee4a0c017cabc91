package org.unenrol.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program as a process of its own, to be ended, killed and frozen. */
public final class ChildProcess {

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param log gets what it says, after what is there already
     */
    public static ChildProcess start(ProcessBuilder program, Path log) {
        program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process process = program.start();
            process.getOutputStream().close();
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process as the operating system knows it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The whole of its log. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit status
     * @throws IllegalStateException when it has not ended in time; it is killed then
     */
    public int awaitExit(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw new IllegalStateException("it does not end, see " + log);
        }
        return process.exitValue();
    }

    /** Asks it to end in order, and waits. */
    public void end() {
        process.destroy();
        process.onExit().join();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it in the middle of whatever it does. */
    public void freeze() {
        Signals.send("STOP", process.pid());
    }

    /** Lets it go on. */
    public void thaw() {
        Signals.send("CONT", process.pid());
    }
}
