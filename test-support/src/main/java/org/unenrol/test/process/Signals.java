package org.unenrol.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Sends signals to processes. */
public final class Signals {

    private Signals() {}

    public static void send(String signal, long pid) {
        try {
            int status =
                    new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(pid)))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (status != 0 && ProcessHandle.of(pid).isPresent()) {
                throw new IllegalStateException("signal " + signal + " did not reach " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
