package org.unenrol.ledger;

import java.util.UUID;
import java.util.function.Predicate;

/** The result of submitting an import. */
public sealed interface Submission {

    /** The new import, or the one that holds the idempotency key. */
    UUID importId();

    /** A new import was made. */
    record Accepted(UUID importId) implements Submission {}

    /** The idempotency key had been used for the same: this is that import. */
    record Repeated(UUID importId) implements Submission {}

    /** The idempotency key had been used for something else. */
    record KeyReused(UUID importId) implements Submission {}

    /** The result where the idempotency key had been used for an import before. */
    static Submission repeated(Import earlier, Predicate<Import> same) {
        return same.test(earlier) ? new Repeated(earlier.id()) : new KeyReused(earlier.id());
    }
}
