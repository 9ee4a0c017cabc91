package org.unenrol.folder.sftp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a folder on an SFTP server, {@code unenrol.folders.<name>.sftp.*}.
 *
 * @param directory absolute, or below the folder in which the server puts who signs in
 * @param password needed unless there is a private key
 * @param privateKey a file with a private key, in OpenSSH's or PEM form
 * @param passphrase of the private key, where it has one
 * @param hostKey the server's key, as a line of a known_hosts file or a fingerprint; several on
 *     lines of their own
 */
public record SftpSettings(
        @Nullable String host,
        @DefaultValue("22") int port,
        @DefaultValue(".") String directory,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path privateKey,
        @Nullable String passphrase,
        @Nullable String hostKey) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "SftpSettings[" + username + "@" + host + ":" + port + "/" + directory + "]";
    }
}
