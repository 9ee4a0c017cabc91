package org.unenrol.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.UsernameKey;

/**
 * Finds rows that name the same learner and activity as an earlier row. A row leaves its number and
 * 128 bits of a cryptographic hash, by which it belongs to one of 64 parts; what is more than 1,024
 * rows of a part goes to a temporary file, and at the end one part after the other is looked
 * through. So a file of millions of rows takes a few megabytes of memory, and 20 bytes a row on the
 * disk. For one thread.
 */
final class DuplicateFinder implements Closeable {

    private static final int PARTS = 64;

    private final MessageDigest sha256 = digest();
    private final SpillFile file;
    private final List<RowHashes> parts;

    DuplicateFinder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** One whose temporary file will be in the folder. */
    DuplicateFinder(Path folder) {
        file = new SpillFile(folder);
        parts = Stream.generate(() -> new RowHashes(file)).limit(PARTS).toList();
    }

    /** Adds the next row. */
    void add(String username, String activityReference, int row) throws IOException {
        ByteBuffer hash = hash(username, activityReference);
        long high = hash.getLong(0);
        parts.get((int) Long.remainderUnsigned(high, PARTS))
                .add(high, hash.getLong(Long.BYTES), row);
    }

    /** Tells each row that repeats an earlier one, and that one. */
    void findDuplicates(BiConsumer<Integer, Integer> found) throws IOException {
        for (RowHashes part : parts) {
            part.findDuplicates(found);
        }
    }

    private ByteBuffer hash(String username, String activityReference) {
        sha256.update(UsernameKey.of(username).getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return ByteBuffer.wrap(
                sha256.digest(
                        ActivityReference.of(activityReference).getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
