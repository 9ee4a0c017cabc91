package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The database server in a folder: its data, its password, its log. Used under the folder's {@link
 * FolderLock}.
 */
final class PostgresServer {

    static final String NAME = "PostgreSQL";
    static final String USER = "unenrol";

    private static final String DATA = "data";
    private static final String UNFINISHED = "data.unfinished";
    private static final String PASSWORD = "password";
    private static final String PID = "postmaster.pid";
    private static final String LOG = "server.log";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final Path data;
    private final Path passwordFile;
    private final Path log;
    private final ServerAccount account;
    private final PostgresCommands commands;

    PostgresServer(Path relative) throws IOException {
        folder = relative.toAbsolutePath();
        data = folder.resolve(DATA);
        passwordFile = folder.resolve(PASSWORD);
        log = folder.resolve(LOG);
        account = ServerAccount.choose();
        account.own(folder);
        PostgresBinaries binaries = PostgresBinaries.in(account.programs(folder));
        commands = new PostgresCommands(account, binaries, folder);
    }

    /**
     * Tells whether a server may still run in the folder, and have its port, since a process was
     * killed.
     */
    static boolean mayHaveBeenLeftBehind(Path folder) {
        return Files.exists(folder.resolve(DATA).resolve(PID));
    }

    /** A process that was killed leaves its server running, or at least its pid file behind. */
    void stopOrphan() throws IOException {
        Path pidFile = data.resolve(PID);
        if (Files.exists(pidFile)) {
            if (new PostmasterPid(pidFile).isRunning()) {
                commands.stop(DATA);
            } else {
                Files.delete(pidFile);
            }
        }
    }

    /** Makes the cluster at first use. It appears under its name only when it is whole. */
    void initialise() throws IOException {
        if (!Files.isDirectory(data)) {
            Path unfinished = folder.resolve(UNFINISHED);
            Folders.delete(unfinished);
            writePassword();
            commands.initialise(UNFINISHED, USER, PASSWORD);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile);
        if (Files.getFileStore(passwordFile).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    passwordFile, PosixFilePermissions.fromString("rw-------"));
        }
        account.own(passwordFile);
        Files.writeString(
                passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /** Waits until it accepts connections, and gives the port on which it does. */
    int start(PostgresSettings settings) throws IOException {
        settings.writeTo(data.resolve("postgresql.conf"));
        Files.deleteIfExists(log);
        try {
            commands.start(DATA, LOG);
            return settings.port();
        } catch (IOException e) {
            throw failure(settings.port(), e);
        }
    }

    private LocalInfrastructureException failure(int port, IOException cause) throws IOException {
        String said = lastWords();
        return said.contains("could not create any TCP/IP sockets")
                ? new PortTakenException(WantedPort.ofPostgres(port))
                : new LocalInfrastructureException(
                        "PostgreSQL did not start (" + said + "): " + log + " says more.", cause);
    }

    private String lastWords() throws IOException {
        if (!Files.exists(log)) {
            return "no word from it";
        }
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 3), lines.size()).stream()
                .map(line -> line.substring(line.indexOf(']') + 1).strip())
                .collect(Collectors.joining("; "));
    }

    void stop() {
        try {
            commands.stop(DATA);
        } catch (IOException e) {
            throw new LocalInfrastructureException(
                    "PostgreSQL could not be stopped: " + e.getMessage(), e);
        }
    }
}
