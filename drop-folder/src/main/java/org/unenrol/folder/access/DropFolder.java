package org.unenrol.folder.access;

import java.io.IOException;

/** A folder that others drop files into: the port, with an adapter for each kind of place. */
public interface DropFolder {

    /**
     * Reaches the folder anew, and makes its subfolders where they are missing. The folder itself
     * is never made: one that is not there may be on a drive that is not mounted.
     *
     * @throws IOException while it cannot be reached
     */
    FolderSession open() throws IOException;
}
