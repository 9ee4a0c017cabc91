package org.unenrol.guarantees.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.unenrol.infrastructure.JavaCommand;

/** A Java program on this program's own classpath, as a process that can be killed and frozen. */
final class ChildJvm {

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param log gets what it says, after what is there already
     */
    static ChildJvm start(Path log, List<String> jvm, String program, List<String> arguments) {
        ProcessBuilder builder = JavaCommand.of(jvm, List.of(program), arguments);
        File file = log.toFile();
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new ChildJvm(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end in order, and waits. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    void freeze() {
        Signals.send("STOP", process.pid());
    }

    void thaw() {
        Signals.send("CONT", process.pid());
    }
}
