package org.unenrol.folder.sftp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;
import org.unenrol.folder.access.DropFolder;
import org.unenrol.folder.access.FolderSession;

/** A folder on an SFTP server. Each session is a connection of its own. */
final class SftpFolder implements DropFolder, Closeable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final SftpLocation location;
    private final SshClient client;
    private final DefaultSftpSessionFactory sessions;

    SftpFolder(SftpLocation location) {
        this.location = location;
        this.client = SshClients.of(location);
        this.sessions = new DefaultSftpSessionFactory(client, false);
        sessions.setHost(location.host());
        sessions.setPort(location.port());
        sessions.setUser(location.username());
        sessions.setTimeout((int) LONGEST_ANSWER.toMillis());
    }

    @Override
    public FolderSession open() throws IOException {
        SftpSession session = connected();
        boolean usable = false;
        try {
            FolderSession opened = SftpFolderSession.of(session, location.directory());
            usable = true;
            return opened;
        } finally {
            if (!usable) {
                SftpFolderSession.close(session);
            }
        }
    }

    private SftpSession connected() throws IOException {
        try {
            return sessions.getSession();
        } catch (IllegalStateException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** Ends what goes on; the folder cannot be opened again. */
    @Override
    public void close() throws IOException {
        client.close();
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
