/**
 * Second factors of accounts: authenticator apps, passkeys, and recovery codes for the day on which
 * these are lost. What is stored of a code cannot be used as one, and the secret of an app is
 * encrypted with a key that the database does not have.
 */
@NullMarked
package org.unenrol.account.factor;

import org.jspecify.annotations.NullMarked;
