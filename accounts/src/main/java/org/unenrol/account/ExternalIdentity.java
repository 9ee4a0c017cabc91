package org.unenrol.account;

/**
 * Somebody as an OpenID provider knows them, for good: usernames and addresses may change and go to
 * others, these two together never do (OpenID Connect Core 1.0, 5.7).
 */
public record ExternalIdentity(String issuer, String subject) {}
