package org.unenrol.folder.watch;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.ledger.folder.Destination;
import org.unenrol.ledger.folder.Subfolder;

/** Finds names in a subfolder that neither a file nor what stands beside one has. */
final class FreeNames {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("-yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FreeNames() {}

    /**
     * Reserves the first that is free and that nobody else is given: the name as it is, or with a
     * stamp, or with a stamp and a number. None looks like the name of results.
     */
    static Destination reserve(ClaimedFile file, Companion companion, Instant now)
            throws IOException {
        Iterator<String> names = candidates(file.claim().name(), STAMP.format(now)).iterator();
        while (true) {
            Destination place = new Destination(companion.subfolder(), names.next());
            if (isFree(file.folder(), place.subfolder(), place.name())
                    && isFree(file.folder(), place.subfolder(), companion.beside(place.name()))
                    && file.ledger().reserve(file.claim(), place)) {
                return place;
            }
        }
    }

    private static Stream<String> candidates(String name, String stamp) {
        String stem = CsvNames.stem(name);
        String ending = name.substring(stem.length());
        Stream<String> stamped =
                Stream.concat(
                        Stream.of(stem + stamp),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> stem + stamp + "-" + number));
        return Stream.concat(Stream.of(stem), stamped)
                .filter(one -> !one.toLowerCase(Locale.ROOT).endsWith(".results"))
                .map(one -> one + ending);
    }

    private static boolean isFree(FolderSession folder, Subfolder subfolder, String name)
            throws IOException {
        return !folder.exists(new FolderPath(subfolder, name));
    }
}
