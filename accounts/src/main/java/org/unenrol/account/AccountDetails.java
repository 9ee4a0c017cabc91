package org.unenrol.account;

import org.jspecify.annotations.Nullable;

/**
 * Facts of an account that administrators may change.
 *
 * @param language in which to write to the person, a tag of BCP 47; null where none has been chosen
 */
public record AccountDetails(String name, String email, Role role, @Nullable String language) {}
