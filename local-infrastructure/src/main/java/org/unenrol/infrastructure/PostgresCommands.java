package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs in one folder. They are told of paths relative to it: {@code
 * pg_ctl} hands them on to a shell without quoting all that a folder's name may contain.
 */
final class PostgresCommands {

    /** Recovery after a crash may take a while. */
    private static final String PATIENCE_SECONDS = "120";

    private final ServerAccount account;
    private final PostgresBinaries binaries;
    private final Path folder;

    PostgresCommands(ServerAccount account, PostgresBinaries binaries, Path folder) {
        this.account = account;
        this.binaries = binaries;
        this.folder = folder;
    }

    /**
     * Makes a cluster whose locale is PostgreSQL's own, so that it does not depend on the
     * machine's.
     */
    void initialise(String data, String user, String passwordFile) throws IOException {
        run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /** Waits until the server accepts connections. */
    void start(String data, String log) throws IOException {
        control("start", data, "-l", log);
    }

    /** Ends all sessions, writes a checkpoint and waits until the server is gone. */
    void stop(String data) throws IOException {
        control("stop", data, "-m", "fast");
    }

    private void control(String action, String data, String option, String value)
            throws IOException {
        run("pg_ctl", action, "-w", "-t", PATIENCE_SECONDS, "-D", data, option, value);
    }

    private void run(String program, String... arguments) throws IOException {
        try {
            execute(program, arguments);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + account.advice(), e);
        }
    }

    private void execute(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        int status = exitValue(process);
        if (status != 0) {
            throw new IOException(
                    program
                            + " ended with "
                            + status
                            + ": "
                            + new String(said, StandardCharsets.UTF_8).strip());
        }
    }

    private static int exitValue(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was at work.", e);
        }
    }
}
