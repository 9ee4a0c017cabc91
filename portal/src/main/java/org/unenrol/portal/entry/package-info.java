/**
 * The ways in besides the sign-in: the first administrator, invitations and forgotten passwords.
 */
@NullMarked
package org.unenrol.portal.entry;

import org.jspecify.annotations.NullMarked;
