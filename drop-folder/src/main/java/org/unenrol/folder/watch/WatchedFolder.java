package org.unenrol.folder.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;

/**
 * The order for a folder.
 *
 * @param name by which the ledger knows it
 * @param account the username of the account in whose name its files are imported
 * @param completionEmail where the completion mails go; null for the account's address
 * @param quietTime for so long a file must not have changed
 * @param interval between two looks
 * @param language in which results and mails are written where the account has chosen none
 */
public record WatchedFolder(
        String name,
        Mode mode,
        String account,
        @Nullable String completionEmail,
        Duration quietTime,
        Duration interval,
        String language) {}
