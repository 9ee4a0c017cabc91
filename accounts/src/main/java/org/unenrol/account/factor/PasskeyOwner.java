package org.unenrol.account.factor;

/**
 * Somebody as passkeys know them.
 *
 * @param handle random, in base64url
 */
public record PasskeyOwner(String handle, String username, String name) {}
