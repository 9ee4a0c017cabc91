package org.unenrol.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A key of the services. It is made at the first start and kept in the data folder: records of
 * before a restart have to be believed after it, and secrets of authenticator apps to be read.
 */
final class KeptKey {

    private static final int BYTES = 32;
    private static final String NAME = "standalone";

    private final Use use;
    private final String secret;

    private KeptKey(Use use, String secret) {
        this.use = use;
        this.secret = secret;
    }

    /**
     * The key that is kept for a use, or else a new one.
     *
     * @throws CannotStartException when it cannot be kept or read, or is no key
     */
    static KeptKey in(Path dataDir, Use use) {
        Path file = dataDir.resolve(use.file);
        try {
            return new KeptKey(use, kept(new OwnerOnlyFile(file)));
        } catch (IOException e) {
            throw new CannotStartException(
                    "A key cannot be kept in "
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
                "--" + use.keys + "." + NAME + "=" + secret, "--" + use.current + "=" + NAME);
    }

    /** The purpose of a key. */
    enum Use {
        /** The services sign their own records. */
        RECORDS("records-key", "unenrol.records.keys", "unenrol.records.signing-key"),
        /** The secrets of authenticator apps are encrypted. */
        SECOND_FACTORS(
                "second-factor-key",
                "unenrol.accounts.second-factor-keys",
                "unenrol.accounts.second-factor-key");

        private final String file;
        private final String keys;
        private final String current;

        Use(String file, String keys, String current) {
            this.file = file;
            this.keys = keys;
            this.current = current;
        }
    }
}
