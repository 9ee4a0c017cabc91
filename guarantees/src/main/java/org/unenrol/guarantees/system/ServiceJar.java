package org.unenrol.guarantees.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.guarantees.remote.RemotePlatform;
import org.unenrol.guarantees.weave.Mutant;
import org.unenrol.guarantees.weave.Weaver;
import org.unenrol.infrastructure.PackagedJar;

/**
 * The packaged jar of a service, taken apart: with an archive of its classes its start is twice as
 * quick.
 */
final class ServiceJar {

    private final Service service;
    private final Path folder;
    private final Path jar;
    private final Path orders;
    private final boolean isWoven;

    private ServiceJar(Service service, Path folder, Path jar, Path orders, boolean isWoven) {
        this.service = service;
        this.folder = folder;
        this.jar = jar;
        this.orders = orders;
        this.isWoven = isWoven;
    }

    /**
     * Takes the packaged jar apart.
     *
     * @param folder for what comes of it
     * @param orders where its processes look for orders to crash
     */
    static ServiceJar extract(Service service, Path folder, Path orders) throws IOException {
        PackagedJar packaged = PackagedJar.in(Weaver.home(service.program()).resolveSibling(""));
        Path jar = packaged.extract(folder.resolve(service.name()));
        return new ServiceJar(service, folder, jar, orders, true);
    }

    /**
     * Takes the jar of another version apart, into which nothing is woven.
     *
     * @param checkout where that version was built
     */
    static ServiceJar ofPrevious(Service service, Path checkout, Path folder, Path orders)
            throws IOException {
        Path target = checkout.resolve(service.folder()).resolve("target");
        Path jar = PackagedJar.in(target).extract(folder.resolve(service.name()));
        return new ServiceJar(service, folder, jar, orders, false);
    }

    /**
     * The settings of a process.
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

    /** With the adapter of the remote platform, which is there where it is asked for. */
    private String classpath(@Nullable Mutant mutant) {
        if (!isWoven) {
            return jar.toString();
        }
        return String.join(
                File.pathSeparator,
                Weaver.weave(folder, service.name(), mutant).toString(),
                jar.toString(),
                Weaver.home(RemotePlatform.class).toString());
    }
}
