package org.unenrol.folder.access;

import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.folder.Subfolder;

/**
 * A file in a folder.
 *
 * @param subfolder null for the folder itself
 */
public record FolderPath(@Nullable Subfolder subfolder, String name) {

    /** One in the folder itself. */
    public static FolderPath of(String name) {
        return new FolderPath(null, name);
    }

    /** The path below the folder, with a slash before the name of a file in a subfolder. */
    public String relative() {
        return subfolder == null ? name : subfolder.folderName() + "/" + name;
    }
}
