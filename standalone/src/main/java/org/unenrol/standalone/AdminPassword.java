package org.unenrol.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The password of the sample accounts. A file in the data folder has the one that they have: it is
 * kept there first, and they get it at each start, wherever it comes from.
 */
final class AdminPassword {

    private static final int RANDOM_BYTES = 12;

    /** More than that, bcrypt cannot tell apart. */
    private static final int MOST_BYTES = 72;

    private static final String SETTING = "UNENROL_ADMIN_PASSWORD";

    private final String word;
    private final String inWords;

    private AdminPassword(String word, String inWords) {
        this.word = word;
        this.inWords = inWords;
    }

    /**
     * The password that is given, or else the one that is kept, or else a new one.
     *
     * @throws CannotStartException when it cannot be kept or read, or is too long
     */
    static AdminPassword of(StandaloneSettings settings) {
        Path file = settings.dataDir().resolve("admin-password");
        try {
            return choose(settings.adminPassword(), file);
        } catch (IOException e) {
            throw new CannotStartException(
                    "The password of the accounts cannot be kept in "
                            + file
                            + " ("
                            + e
                            + "): let this account read and write the file, or delete it.",
                    e);
        }
    }

    private static AdminPassword choose(@Nullable String given, Path file) throws IOException {
        OwnerOnlyFile keeper = new OwnerOnlyFile(file);
        String kept = keeper.read();
        if (given != null && !given.isBlank()) {
            requireShort(given, SETTING);
            if (!given.equals(kept)) {
                keeper.write(given);
            }
            return new AdminPassword(given, "the password of " + SETTING + ", kept in " + file);
        }
        if (!kept.isBlank()) {
            requireShort(kept, file.toString());
            return new AdminPassword(kept, "the password in " + file);
        }
        String generated = generate();
        keeper.write(generated);
        return new AdminPassword(generated, "the password " + generated + ", kept in " + file);
    }

    private static void requireShort(String password, String where) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new CannotStartException(
                    "The password of "
                            + where
                            + " is longer than "
                            + MOST_BYTES
                            + " bytes: choose a shorter one.");
        }
    }

    private static String generate() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The password itself, which the accounts must get. */
    String word() {
        return word;
    }

    /** In words; the password itself only when it has just been generated. */
    String howToSignIn() {
        return "Sign in as global.admin or content.admin with " + inWords;
    }
}
