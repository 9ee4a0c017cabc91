/**
 * Tokens for the API: each administrator makes and revokes the own ones; a Global administrator
 * sees all, revokes any, and makes those of accounts that nobody signs in with.
 */
@NullMarked
package org.unenrol.portal.token;

import org.jspecify.annotations.NullMarked;
