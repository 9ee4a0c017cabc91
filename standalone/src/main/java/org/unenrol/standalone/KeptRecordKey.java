package org.unenrol.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The key with which the services know their own records. It is made at the first start and kept in
 * the data folder: records of before a restart have to be believed after it.
 */
final class KeptRecordKey {

    private static final int BYTES = 32;
    private static final String NAME = "standalone";

    private final String secret;

    private KeptRecordKey(String secret) {
        this.secret = secret;
    }

    /**
     * The key that is kept, or else a new one.
     *
     * @throws CannotStartException when it cannot be kept or read, or is no key
     */
    static KeptRecordKey in(Path dataDir) {
        Path file = dataDir.resolve("records-key");
        try {
            return new KeptRecordKey(kept(new OwnerOnlyFile(file)));
        } catch (IOException e) {
            throw new CannotStartException(
                    "The key of the records cannot be kept in "
                            + file
                            + " ("
                            + e
                            + "): let this account read and write the file, or delete it.",
                    e);
        }
    }

    private static String kept(OwnerOnlyFile file) throws IOException {
        String kept = file.read().strip();
        if (kept.isEmpty()) {
            String made = made();
            file.write(made);
            return made;
        }
        if (!isKey(kept)) {
            throw new CannotStartException(
                    "What is in "
                            + file.path()
                            + " is no key of 32 bytes or more in base64: delete the file, and another"
                            + " one is made.");
        }
        return kept;
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String made() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** As arguments of the services. */
    List<String> arguments() {
        return List.of(
                "--unenrol.records.keys." + NAME + "=" + secret,
                "--unenrol.records.signing-key=" + NAME);
    }
}
