package org.unenrol.folder.watch;

import java.util.Objects;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.account.Role;
import org.unenrol.folder.watch.FileWaitsException.Reason;
import org.unenrol.ledger.Submitter;

/** The account in whose name, and so with whose areas, the files of a folder are imported. */
final class FolderAccount {

    private final Accounts accounts;
    private final WatchedFolder folder;

    FolderAccount(Accounts accounts, WatchedFolder folder) {
        this.accounts = accounts;
        this.folder = folder;
    }

    /**
     * Looks the account up as it is at this moment.
     *
     * @throws FileWaitsException when there is none, or it is no administrator's
     */
    Submitter submitter() {
        Account account =
                accounts.find(folder.account())
                        .orElseThrow(() -> new FileWaitsException(Reason.ACCOUNT_MISSING));
        if (account.role() == Role.NONE) {
            throw new FileWaitsException(Reason.ACCOUNT_NOT_ADMINISTRATOR);
        }
        return new Submitter(
                account.username(),
                account.name(),
                Objects.requireNonNullElse(folder.completionEmail(), account.email()),
                Objects.requireNonNullElse(account.language(), folder.language()),
                "folder/" + folder.name());
    }
}
