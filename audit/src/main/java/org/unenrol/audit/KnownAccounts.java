package org.unenrol.audit;

import java.util.Optional;

/** Tells which names are accounts: no other is kept, as it may be a password in the wrong field. */
@FunctionalInterface
public interface KnownAccounts {

    Optional<KnownAccount> find(String username);
}
