package org.unenrol.folder.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.sftp.session.SftpSession;
import org.unenrol.folder.access.FolderPath;
import org.unenrol.folder.access.FolderSession;
import org.unenrol.folder.access.FoundFile;
import org.unenrol.ledger.folder.Subfolder;

/**
 * The files of a folder on an SFTP server. Asks the client itself for all that must not overwrite:
 * a rename of Spring Integration's session first removes what has the new name.
 */
final class SftpFolderSession implements FolderSession {

    private static final Logger log = LoggerFactory.getLogger(SftpFolderSession.class);

    private final SftpSession session;
    private final SftpClient client;
    private final String root;

    private SftpFolderSession(SftpSession session, String root) {
        this.session = session;
        this.client = session.getClientInstance();
        this.root = root;
    }

    /** Makes the subfolders where they are missing. */
    static SftpFolderSession of(SftpSession session, String directory) throws IOException {
        SftpClient client = session.getClientInstance();
        String root = client.canonicalPath(directory);
        if (!client.stat(root).isDirectory()) {
            throw new NotDirectoryException(root);
        }
        SftpFolderSession opened = new SftpFolderSession(session, root);
        for (Subfolder subfolder : Subfolder.values()) {
            opened.make(subfolder.folderName());
        }
        return opened;
    }

    private void make(String subfolder) throws IOException {
        if (attributes(below(subfolder)).isEmpty()) {
            client.mkdir(below(subfolder));
        }
        if (!attributes(below(subfolder)).map(Attributes::isDirectory).orElse(false)) {
            throw new NotDirectoryException(below(subfolder));
        }
    }

    @Override
    public List<FoundFile> list() throws IOException {
        return entries(root).stream()
                .filter(entry -> entry.getAttributes().isRegularFile())
                .map(entry -> found(entry.getFilename(), entry.getAttributes()))
                .toList();
    }

    @Override
    public List<String> names(Subfolder subfolder) throws IOException {
        return entries(below(subfolder.folderName())).stream().map(DirEntry::getFilename).toList();
    }

    private Collection<DirEntry> entries(String folder) throws IOException {
        try {
            return client.readEntries(folder);
        } catch (RuntimeException e) {
            // Where the connection is lost between two parts of the list.
            throw new IOException(e);
        }
    }

    @Override
    public Optional<FoundFile> find(FolderPath path) throws IOException {
        return attributes(below(path.relative()))
                .filter(Attributes::isRegularFile)
                .map(attributes -> found(path.name(), attributes));
    }

    @Override
    public boolean exists(FolderPath path) throws IOException {
        return attributes(below(path.relative())).isPresent();
    }

    private static FoundFile found(String name, Attributes file) {
        Instant modified =
                file.getModifyTime() == null ? Instant.EPOCH : file.getModifyTime().toInstant();
        return new FoundFile(name, file.getSize(), modified);
    }

    /** Of a link those of itself. */
    private Optional<Attributes> attributes(String path) throws IOException {
        try {
            return Optional.of(client.lstat(path));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public InputStream read(FolderPath file) throws IOException {
        if (find(file).isEmpty()) {
            throw new IOException("no plain file any more");
        }
        return client.read(below(file.relative()));
    }

    @Override
    public OutputStream create(FolderPath file) throws IOException {
        return client.write(
                below(file.relative()), OpenMode.Write, OpenMode.Create, OpenMode.Exclusive);
    }

    /** Servers of version 3 that overwrite are said to exist; so it is asked before, too. */
    @Override
    public void move(FolderPath from, FolderPath to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to.relative());
        }
        client.rename(below(from.relative()), below(to.relative()));
    }

    @Override
    public void delete(FolderPath file) throws IOException {
        if (exists(file)) {
            client.remove(below(file.relative()));
        }
    }

    @Override
    public boolean isOpen() {
        return client.isOpen();
    }

    @Override
    public void close() {
        close(session);
    }

    static void close(SftpSession session) {
        try {
            session.close();
        } catch (UncheckedIOException e) {
            log.debug("A connection that is lost anyway cannot be closed", e);
        }
    }

    private String below(String path) {
        return root.endsWith("/") ? root + path : root + "/" + path;
    }
}
