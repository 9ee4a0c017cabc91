package org.unenrol.platform;

/**
 * A person with an account on the learning platform.
 *
 * @param username as the platform spells it
 */
public record Learner(String username, String name, String email) {}
