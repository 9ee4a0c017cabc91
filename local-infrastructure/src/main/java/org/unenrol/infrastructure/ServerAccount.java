package org.unenrol.infrastructure;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The account that PostgreSQL's programs run as. They refuse to run as root. */
enum ServerAccount {
    /** The account that this process runs as. */
    OURS,

    /** Root, in a user namespace in which it is not called so. */
    NAMESPACE,

    /** An unprivileged user, for root in a container that may not make namespaces. */
    NOBODY;

    private static final int NOBODY_ID = 65534;

    static ServerAccount choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURS;
        }
        return LinuxUtils.isUnshareAvailable() ? NAMESPACE : NOBODY;
    }

    /** The start of a command that runs as this account. */
    List<String> prefix() {
        return switch (this) {
            case OURS -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY ->
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY_ID,
                            "--regid=" + NOBODY_ID,
                            "--clear-groups");
        };
    }

    /** Advice for when a program fails that runs as this account. */
    String advice() {
        return this == NOBODY
                ? " (PostgreSQL does not run as root: start as another user, or choose a folder that"
                        + " every user may enter)"
                : "";
    }

    /** Makes this account the owner of a file or folder. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
        }
    }

    /**
     * The folder of the unpacked programs: one for all data folders, if this account can read
     * there.
     */
    Path programs(Path dataFolder) {
        Path home = Path.of(System.getProperty("user.home"));
        return this != NOBODY && Files.isWritable(home)
                ? home.resolve(".cache").resolve("unenrol")
                : dataFolder.resolve("programs");
    }
}
