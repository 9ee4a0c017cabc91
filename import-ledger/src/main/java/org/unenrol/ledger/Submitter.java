package org.unenrol.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The administrator in whose name an import runs, and where the completion email goes.
 *
 * @param email null where no completion email is wanted
 * @param language in which results and mail are written, a tag of BCP 47
 * @param source the upstream system or the folder that acts in that name; null for a person
 */
public record Submitter(
        String username,
        String name,
        @Nullable String email,
        String language,
        @Nullable String source) {

    /** Makes one of a person. */
    public Submitter(String username, String name, String email, String language) {
        this(username, name, email, language, null);
    }
}
