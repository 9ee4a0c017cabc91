package org.unenrol.guarantees.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.weave.Mutant;
import org.unenrol.guarantees.weave.Weaver;
import org.unenrol.infrastructure.JavaCommand;

/**
 * The packaged jar of a service, taken apart as Spring Boot recommends: its start is quicker, and
 * the JVM can keep an archive of its classes (JEP 350), with which it is twice as quick.
 */
final class ServiceJar {

    private final Service service;
    private final Path folder;
    private final Path jar;
    private final Path orders;

    private ServiceJar(Service service, Path folder, Path jar, Path orders) {
        this.service = service;
        this.folder = folder;
        this.jar = jar;
        this.orders = orders;
    }

    /**
     * Takes the packaged jar apart.
     *
     * @param folder for what comes of it
     * @param orders where its processes look for orders to crash
     */
    static ServiceJar takeApart(Service service, Path folder, Path orders) throws IOException {
        Path packaged = packaged(service.program());
        Path apart = folder.resolve(service.name());
        Process process =
                JavaCommand.of(
                                List.of("-Djarmode=tools"),
                                List.of("-jar", packaged.toString()),
                                List.of("extract", "--destination", apart.toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(packaged + " cannot be taken apart");
        }
        return new ServiceJar(service, folder, apart.resolve(packaged.getFileName()), orders);
    }

    /** Beside the classes, where the service's module has been built. */
    private static Path packaged(Class<?> program) throws IOException {
        Path target = Weaver.home(program).resolveSibling("");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            "no packaged service in "
                                                    + target
                                                    + ": run ./mvnw -DskipTests package"));
        }
    }

    /**
     * What a process is started with.
     *
     * @param mutant what it is to be
     */
    List<String> jvmArguments(@Nullable Mutant mutant) {
        List<String> arguments = new ArrayList<>(Weaver.jvmArguments(orders));
        arguments.add("-cp");
        arguments.add(classpath(mutant));
        if (mutant == null && Files.exists(archive())) {
            arguments.add("-XX:SharedArchiveFile=" + archive());
        }
        return arguments;
    }

    /** Lets a process write the archive as it ends. */
    List<String> archivingArguments() {
        return List.of("-XX:ArchiveClassesAtExit=" + archive());
    }

    private Path archive() {
        return folder.resolve(service.name() + ".jsa");
    }

    private String classpath(@Nullable Mutant mutant) {
        return Weaver.weave(folder, service.name(), mutant) + File.pathSeparator + jar;
    }
}
