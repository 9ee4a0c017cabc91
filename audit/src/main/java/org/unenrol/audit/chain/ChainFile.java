package org.unenrol.audit.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unenrol.audit.AuditLine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the chain in a file of JSON Lines that was exported without a filter. */
public final class ChainFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private ChainFile() {}

    /**
     * Verifies a file. It begins with whatever entry it begins with; that there was none before, or
     * none after, only the database or another file tells.
     *
     * @throws IOException when the file cannot be read, or is none of JSON Lines
     */
    public static ChainVerdict verify(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return verify(lines);
        } catch (JacksonException | ClassCastException | NullPointerException e) {
            throw new IOException("not exported from the audit trail: " + file, e);
        }
    }

    private static ChainVerdict verify(BufferedReader lines) throws IOException {
        ChainWalk walk = null;
        String line = lines.readLine();
        while (line != null) {
            Line read = Line.of(line);
            walk = walk == null ? new ChainWalk(read.before()) : walk;
            Optional<ChainVerdict.Broken> broken =
                    walk.next(read.sequence, read.hashed, read.previous, read.hash);
            if (broken.isPresent()) {
                return broken.get();
            }
            line = lines.readLine();
        }
        return whole(walk);
    }

    private static ChainVerdict whole(@Nullable ChainWalk walk) {
        return walk == null
                ? new ChainVerdict.Whole(0, new ChainEnd(0, ChainHash.NONE))
                : new ChainVerdict.Whole(walk.entries(), walk.end());
    }

    private record Line(long sequence, String hashed, String previous, String hash) {

        static Line of(String line) {
            Map<String, Object> members = JSON.readValue(line, MEMBERS);
            return new Line(
                    ((Number) member("sequence", members)).longValue(),
                    AuditLine.hashed(members),
                    (String) member("previous", members),
                    (String) member("hash", members));
        }

        private static Object member(String name, Map<String, Object> members) {
            return Objects.requireNonNull(members.get(name));
        }

        ChainEnd before() {
            return new ChainEnd(sequence - 1, previous);
        }
    }
}
