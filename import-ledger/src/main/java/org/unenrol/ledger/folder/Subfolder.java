package org.unenrol.ledger.folder;

import java.util.Locale;

/** A place in a drop folder for files that have had their turn. The names are stored. */
public enum Subfolder {
    /** For files whose import has ended, each beside its results. */
    DONE,
    /** For files that need somebody to look, each beside the reason. */
    REFUSED;

    /** The name of the subfolder. */
    public String folderName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
