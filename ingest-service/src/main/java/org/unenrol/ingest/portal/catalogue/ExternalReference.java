package org.unenrol.ingest.portal.catalogue;

import java.util.Optional;

/** What an external reference must be like to be found by a file. */
final class ExternalReference {

    private static final int MOST_CHARACTERS = 255;

    private ExternalReference() {}

    /** What is wrong with it, a sentence for people; an empty one takes the reference away. */
    static Optional<String> problemWith(String reference) {
        if (reference.length() > MOST_CHARACTERS) {
            return Optional.of("External reference must be 255 characters or fewer");
        }
        return reference.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of("External reference must not have line breaks or tabs")
                : Optional.empty();
    }
}
