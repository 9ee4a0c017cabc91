package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for imports: one administrator knows of the own ones only, another of all.
 *
 * @param username as imports are submitted under it
 * @param seesAll whether imports of others are there too
 */
public record Viewer(String username, boolean seesAll) {

    /** Whose imports there are; null where it is everybody's. */
    @Nullable String onlyOf() {
        return seesAll ? null : username;
    }
}
