package org.unenrol.folder.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.unenrol.ledger.folder.Subfolder;

/** A folder of this machine's file system, or mounted there. */
public record LocalFolder(Path directory) implements DropFolder {

    @Override
    public FolderSession open() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        for (Subfolder subfolder : Subfolder.values()) {
            make(directory.resolve(subfolder.folderName()));
        }
        return new LocalSession(directory);
    }

    private static void make(Path subfolder) throws IOException {
        if (!Files.exists(subfolder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(subfolder);
        }
        if (!Files.isDirectory(subfolder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(subfolder.toString());
        }
    }
}
