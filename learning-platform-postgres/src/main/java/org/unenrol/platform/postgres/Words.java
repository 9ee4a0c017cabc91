package org.unenrol.platform.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.UsernameKey;
import org.unenrol.platform.UnenrolmentRequest;

/**
 * The words of a request in the form in which the database knows them; null stands for what it
 * cannot know. PostgreSQL refuses a statement with text that it cannot store, and one row's text
 * must not fail a batch.
 */
record Words(@Nullable String learner, @Nullable String reference, ManagedAreas within) {

    static Words of(UnenrolmentRequest request) {
        return new Words(
                key(request.username()), reference(request.activityReference()), request.areas());
    }

    /** One of these words with who has written it; null when it is known, or cannot be. */
    @Nullable Unknown unknown(@Nullable String word, Set<String> known) {
        return word == null || known.contains(word) ? null : new Unknown(within, word);
    }

    private static @Nullable String key(@Nullable String username) {
        return username == null ? null : storable(UsernameKey.of(username));
    }

    private static @Nullable String reference(@Nullable String written) {
        return written == null ? null : storable(ActivityReference.of(written));
    }

    private static @Nullable String storable(@Nullable String text) {
        return text != null && text.indexOf('\0') < 0 && hasUtf8(text) ? text : null;
    }

    /** Only half a surrogate pair has none; an encoder for each text would be expensive. */
    private static boolean hasUtf8(String text) {
        return text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                || StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
