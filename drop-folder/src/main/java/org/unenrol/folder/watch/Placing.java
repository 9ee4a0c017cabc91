package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.Destination;
import org.unenrol.ledger.folder.Subfolder;

/**
 * Puts a file and what stands beside it into a subfolder, under names that are reserved first. What
 * has been done of it before, by whomever, is not done again.
 */
final class Placing {

    private static final Logger log = LoggerFactory.getLogger(Placing.class);

    private final InstantSource clock;

    Placing(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Writes the companion, whole, and then moves the file.
     *
     * @param found null when there is no file to be moved
     */
    void put(ClaimedFile file, Companion companion, @Nullable FoundFile found) throws IOException {
        Destination place = file.claim().destination();
        if (place != null && place.subfolder() == companion.subfolder()) {
            removeLeftovers(file, place.subfolder());
        } else {
            place = FreeNames.reserve(file, companion, clock.instant());
        }
        FolderPath beside = new FolderPath(place.subfolder(), companion.beside(place.name()));
        if (!file.folder().exists(beside)) {
            write(file, companion, beside);
        }
        if (found != null) {
            move(file, found, new FolderPath(place.subfolder(), place.name()));
        }
    }

    private static void write(ClaimedFile file, Companion companion, FolderPath beside)
            throws IOException {
        FolderPath unfinished =
                new FolderPath(beside.subfolder(), leftover(file) + file.claim().owner() + ".part");
        file.renew();
        try (InputStream content = companion.content().get();
                OutputStream target = file.folder().create(unfinished)) {
            file.copy(content, target);
        }
        file.renew();
        file.folder().move(unfinished, beside);
    }

    private static void removeLeftovers(ClaimedFile file, Subfolder subfolder) throws IOException {
        for (String name : file.folder().names(subfolder)) {
            if (name.startsWith(leftover(file))) {
                file.folder().delete(new FolderPath(subfolder, name));
            }
        }
    }

    private static String leftover(ClaimedFile file) {
        return ".unenrol-" + file.claim().id() + "-";
    }

    private static void move(ClaimedFile file, FoundFile found, FolderPath target)
            throws IOException {
        if (file.folder().exists(target)) {
            // It was moved before; what has its name in the folder now is another file.
            return;
        }
        file.renew();
        file.folder().move(file.path(), target);
        Optional<FoundFile> moved = file.folder().find(target);
        if (!moved.equals(Optional.of(found.named(target.name())))) {
            putBack(file, target);
        }
    }

    /** Another file took its place between the look and the move. */
    private static void putBack(ClaimedFile file, FolderPath target) throws IOException {
        log.warn("folder={} a file was replaced while it was moved", file.claim().folder());
        FolderPath own = file.path();
        FolderPath free =
                file.folder().exists(own)
                        ? FolderPath.of(
                                CsvNames.stem(own.name()) + "-" + file.claim().id() + ".csv")
                        : own;
        file.folder().move(target, free);
    }
}
