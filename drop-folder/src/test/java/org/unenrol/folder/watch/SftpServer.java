package org.unenrol.folder.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.sftp.SftpFolders;
import org.unenrol.folder.sftp.SftpSettings;

/** A real SFTP server that shows two host keys, and lets {@code hr} in by password or key. */
public final class SftpServer implements AutoCloseable {

    static final String USERNAME = "hr";
    static final String PASSWORD = "open, sesame";
    public static final KeyPair ED25519 = keyPair("ssh-ed25519", 256);
    static final KeyPair ECDSA = keyPair("ecdsa-sha2-nistp256", 256);
    public static final KeyPair CLIENT = keyPair("ssh-ed25519", 256);

    private final SshServer server;

    private SftpServer(SshServer server) {
        this.server = server;
    }

    static SftpServer start(Path root, int port) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(ED25519, ECDSA));
        server.setPasswordAuthenticator(
                (user, password, session) -> USERNAME.equals(user) && PASSWORD.equals(password));
        server.setPublickeyAuthenticator(
                (user, key, session) ->
                        USERNAME.equals(user) && KeyUtils.compareKeys(key, CLIENT.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SftpServer(server);
    }

    int port() {
        return server.getPort();
    }

    /** As in known_hosts. */
    public static String knownHost(KeyPair key) {
        return "sftp.example.org,[10.0.0.1]:2222 " + PublicKeyEntry.toString(key.getPublic());
    }

    static SftpSettings settings(int port, String password, Path privateKey, String hostKey) {
        return new SftpSettings(
                "127.0.0.1", port, "dropped", USERNAME, password, privateKey, "a b", hostKey);
    }

    static DropFolder byPassword(int port) {
        return SftpFolders.of("sftp.", settings(port, PASSWORD, null, knownHost(ED25519)));
    }

    /** Writes a private key that is opened by a passphrase. */
    public static Path write(KeyPair key, Path file, String passphrase) throws Exception {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setCipherType("256");
        encryption.setPassword(passphrase);
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "tests", encryption, out);
        }
        return file;
    }

    private static KeyPair keyPair(String type, int bits) {
        try {
            return KeyUtils.generateKeyPair(type, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
