package org.unenrol.ingest.access;

import java.util.UUID;

/**
 * The things that a request is about: all of one administrator, or all of another.
 *
 * @param importId of an import that has been verified
 * @param itemId of an item of the catalogue
 * @param learnerId of who is enrolled in that, and in nothing else
 * @param tokenId of a token
 * @param accountId of an account that has nothing to do with the others
 * @param name stands in the reference of the item, in the learner's name and in the token's
 */
record AccessSubject(
        UUID importId, long itemId, long learnerId, long tokenId, long accountId, String name) {

    /** One that there is not. */
    static AccessSubject none() {
        return new AccessSubject(
                UUID.randomUUID(),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                "none");
    }

    /** The text by which an answer shows it. */
    String mark(String endpoint) {
        return endpoint.contains("imports") ? importId.toString() : name;
    }
}
