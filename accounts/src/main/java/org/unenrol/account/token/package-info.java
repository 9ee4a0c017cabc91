/**
 * Tokens for the API: made for an account, with scopes and an end, and revoked. What is stored of
 * one cannot be used as one. A token whose account is gone counts for nothing; what the account may
 * do is looked up by whoever uses it.
 */
@NullMarked
package org.unenrol.account.token;

import org.jspecify.annotations.NullMarked;
