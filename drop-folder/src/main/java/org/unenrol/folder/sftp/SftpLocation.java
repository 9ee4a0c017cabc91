package org.unenrol.folder.sftp;

import java.security.KeyPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder on an SFTP server, and how to sign in there: by password, by key, or by whichever of
 * them the server takes.
 *
 * @param directory absolute, or below the folder in which the server puts who signs in
 * @param password null for a sign-in by key
 * @param keys none for a sign-in by password
 */
record SftpLocation(
        String host,
        int port,
        String directory,
        String username,
        @Nullable String password,
        List<KeyPair> keys,
        HostKeys hostKeys) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "sftp://" + host + ":" + port + "/" + directory;
    }
}
