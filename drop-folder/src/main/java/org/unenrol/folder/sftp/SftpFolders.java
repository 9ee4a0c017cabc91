package org.unenrol.folder.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.unenrol.folder.access.DropFolder;

/** Makes folders on SFTP servers of what is set. Whether a server answers is not looked at. */
public final class SftpFolders {

    private static final int LARGEST_PORT = 65_535;

    private final String prefix;
    private final SftpSettings settings;

    private SftpFolders(String prefix, SftpSettings settings) {
        this.prefix = prefix;
        this.settings = settings;
    }

    /**
     * Checks the settings, reads the private key, and connects to nothing.
     *
     * @param prefix of the settings' names, with a dot at the end
     * @throws InvalidConfigurationPropertyValueException names the setting and says how to fix it
     */
    public static DropFolder of(String prefix, SftpSettings settings) {
        return new SftpFolder(new SftpFolders(prefix, settings).location());
    }

    private SftpLocation location() {
        String host = settings.host();
        if (host == null || host.isBlank()) {
            throw wrong("host", host, "Set it to the server's name.");
        }
        if (settings.port() < 1 || settings.port() > LARGEST_PORT) {
            throw wrong("port", settings.port(), "Set it to the server's port, often 22.");
        }
        String username = settings.username();
        if (username == null || username.isBlank()) {
            throw wrong("username", username, "Set it to who signs in to the server.");
        }
        return new SftpLocation(
                host,
                settings.port(),
                settings.directory(),
                username,
                settings.password(),
                keys(),
                hostKeys());
    }

    private List<KeyPair> keys() {
        Path file = settings.privateKey();
        if (file == null) {
            if (settings.password() == null || settings.password().isEmpty()) {
                throw wrong("password", null, "Set it, or sftp.private-key.");
            }
            return List.of();
        }
        try {
            List<KeyPair> keys = new ArrayList<>();
            SecurityUtils.getKeyPairResourceParser()
                    .loadKeyPairs(
                            null,
                            new PathResource(file),
                            FilePasswordProvider.of(settings.passphrase()))
                    .forEach(keys::add);
            if (!keys.isEmpty()) {
                return List.copyOf(keys);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Told below.
        }
        throw wrong(
                "private-key",
                file,
                Files.isReadable(file)
                        ? "Set it to a file with a private key in OpenSSH's or PEM form, and"
                                + " sftp.passphrase to its passphrase where it has one."
                        : "Set it to a file that can be read.");
    }

    private HostKeys hostKeys() {
        String lines = settings.hostKey();
        try {
            return HostKeys.of(lines == null ? "" : lines);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "host-key",
                    lines,
                    "Set it to the server's key as its administrator tells it: a line of a"
                            + " known_hosts file, or a fingerprint that begins with SHA256:. No"
                            + " server is trusted without.");
        }
    }

    private InvalidConfigurationPropertyValueException wrong(
            String setting, @Nullable Object value, String howToFix) {
        return new InvalidConfigurationPropertyValueException(prefix + setting, value, howToFix);
    }
}
