package org.unenrol.folder.access;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.unenrol.ledger.folder.Subfolder;

/** A folder that has been reached. For one thread. */
public interface FolderSession extends Closeable {

    /** The plain files that are in the folder itself: no links, no folders. */
    List<FoundFile> list() throws IOException;

    /** A plain file as it is now; empty when there is none of that name. */
    Optional<FoundFile> find(FolderPath path) throws IOException;

    /** Tells whether anything has that name, be it a link that leads nowhere. */
    boolean exists(FolderPath path) throws IOException;

    /** The names of all that is in a subfolder. */
    List<String> names(Subfolder subfolder) throws IOException;

    InputStream read(FolderPath file) throws IOException;

    /**
     * Makes a new file.
     *
     * @throws IOException when something has that name
     */
    OutputStream create(FolderPath file) throws IOException;

    /**
     * Renames a file, which takes no longer for a large one.
     *
     * @throws IOException when something has the new name
     */
    void move(FolderPath from, FolderPath to) throws IOException;

    void delete(FolderPath file) throws IOException;

    /** Tells whether it makes sense to go on after a failure. */
    boolean isOpen();
}
