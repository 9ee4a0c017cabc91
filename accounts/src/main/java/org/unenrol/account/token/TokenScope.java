package org.unenrol.account.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The limits of what a token may be used for. The words are public: stable, and only added to. */
public enum TokenScope {
    /** Imports, rows and results are read. */
    IMPORTS_READ,
    /** Also: files are verified. */
    IMPORTS_VERIFY,
    /** Also: learners are unenrolled, and sent emails. */
    IMPORTS_APPLY,
    /** The audit trail is read, and nothing else. */
    AUDIT_READ;

    /** Such as {@code imports:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope of a word; empty where it is no scope. */
    public static Optional<TokenScope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /**
     * Tells whether whoever has this one may do what needs the other: of those of imports each
     * includes the earlier.
     */
    public boolean includes(TokenScope other) {
        return this == other
                || (this != AUDIT_READ && other != AUDIT_READ && compareTo(other) >= 0);
    }
}
