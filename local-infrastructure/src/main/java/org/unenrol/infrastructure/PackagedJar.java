package org.unenrol.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that Spring Boot has packaged with its libraries in one jar. */
public final class PackagedJar {

    private final Path path;

    private PackagedJar(Path path) {
        this.path = path;
    }

    /**
     * Finds it in the folder that its module is built into.
     *
     * @throws IOException when it has not been packaged
     */
    public static PackagedJar in(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars =
                        files.filter(file -> file.toString().endsWith("-app.jar")).toList();
                if (!jars.isEmpty()) {
                    return new PackagedJar(jars.get(0));
                }
            }
        }
        throw new IOException(
                "no packaged program in "
                        + target.toAbsolutePath()
                        + ": run ./mvnw -DskipTests package");
    }

    public Path path() {
        return path;
    }

    /**
     * Takes it apart as Spring Boot recommends: its start is quicker, and the JVM can keep an
     * archive of its classes (JEP 350).
     *
     * @param folder for the program and its libraries; there must not be any yet
     * @return the jar to be run in its stead
     */
    public Path extract(Path folder) throws IOException {
        Process process =
                JavaCommand.of(
                                List.of("-Djarmode=tools"),
                                List.of("-jar", path.toString()),
                                List.of("extract", "--destination", folder.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(path + " cannot be taken apart");
        }
        return folder.resolve(path.getFileName());
    }
}
