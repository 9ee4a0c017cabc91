package org.unenrol.ledger.folder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process holds, for as long as its lease lasts.
 *
 * @param owner made for this claim, so that an earlier one of the same process does not count
 * @param taken null while it is not known to be an import
 * @param destination null while none is kept for it
 */
public record FolderClaim(
        long id,
        UUID owner,
        String folder,
        String name,
        @Nullable TakenFile taken,
        @Nullable Destination destination) {}
