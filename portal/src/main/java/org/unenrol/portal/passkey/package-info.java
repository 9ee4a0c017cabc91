/**
 * Passkeys (Web Authentication Level 3): adding one, and signing in with one alone. Each asks its
 * owner for a fingerprint or the like, so that it is two factors by itself.
 */
@NullMarked
package org.unenrol.portal.passkey;

import org.jspecify.annotations.NullMarked;
