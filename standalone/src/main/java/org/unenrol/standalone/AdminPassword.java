package org.unenrol.standalone;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password of the sample accounts: as given, or generated once and kept in the data folder. */
final class AdminPassword {

    private static final int RANDOM_BYTES = 12;

    private final Path file;
    private final @Nullable String given;

    AdminPassword(StandaloneSettings settings) {
        this.file = settings.dataDir().resolve("admin-password");
        this.given = settings.adminPassword();
    }

    /**
     * What is to be set now, if anything: a password that is given, or a new one at the first
     * start.
     */
    Optional<String> toSet() throws IOException {
        if (isGiven()) {
            return Optional.ofNullable(given);
        }
        return Files.exists(file) ? Optional.empty() : Optional.of(generate());
    }

    /** In words; the password itself only when it has just been generated. */
    String howToSignIn(Optional<String> set) {
        String who = "Sign in as global.admin or content.admin with ";
        if (isGiven()) {
            return who + "UNENROL_ADMIN_PASSWORD";
        }
        return set.map(word -> who + "the password " + word + ", kept in " + file)
                .orElse(who + "the password in " + file);
    }

    private boolean isGiven() {
        return given != null && !given.isBlank();
    }

    private String generate() throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, password + "\n", StandardOpenOption.WRITE);
        return password;
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
