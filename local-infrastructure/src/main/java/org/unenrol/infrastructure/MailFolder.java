package org.unenrol.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mails as files, one each, named after the microsecond of their receipt. Safe for many threads.
 */
final class MailFolder {

    private static final String MAIL = ".eml";
    private static final String UNFINISHED = ".unfinished";
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{6}\\.\\d{6}Z");
    private static final DateTimeFormatter ID_FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);

    /** Drops what was never accepted: the rest of a mail that a crash cut short. */
    MailFolder(Path folder) throws IOException {
        this.folder = folder;
        for (Path unfinished : list(UNFINISHED)) {
            Files.delete(unfinished);
        }
    }

    private List<Path> list(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Writes a mail, in the form of RFC 5322. */
    interface Content {

        /** Leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Returns when the mail is on the disk. */
    void store(Content content) throws IOException {
        String id = nextId();
        Path unfinished = folder.resolve(id + UNFINISHED);
        try (FileChannel file =
                        FileChannel.open(
                                unfinished,
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            content.writeTo(out);
            file.force(true);
        }
        Files.move(unfinished, fileOf(id), StandardCopyOption.ATOMIC_MOVE);
        forceNames();
    }

    /** Windows opens no folder as a file; its names are safe without. */
    private void forceNames() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private String nextId() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return ID_FORMAT.format(
                latest.updateAndGet(
                        last -> now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS)));
    }

    static Instant receivedAt(String id) {
        return ID_FORMAT.parse(id, Instant::from);
    }

    /** Newest first. */
    List<String> ids() throws IOException {
        return list(MAIL).stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - MAIL.length()))
                .filter(id -> ID.matcher(id).matches())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The mail's bytes, or nothing where there is no such mail. */
    Optional<byte[]> read(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(fileOf(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(fileOf(id));
    }

    private Path fileOf(String id) {
        return folder.resolve(id + MAIL);
    }
}
