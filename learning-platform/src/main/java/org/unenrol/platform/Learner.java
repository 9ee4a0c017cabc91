package org.unenrol.platform;

import org.jspecify.annotations.Nullable;

/**
 * A person with an account on the learning platform.
 *
 * @param username as the platform spells it
 * @param language in which to write to the person, a tag of BCP 47 such as {@code de}; null where
 *     the platform does not tell
 */
public record Learner(String username, String name, String email, @Nullable String language) {}
