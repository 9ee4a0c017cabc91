/** Passwords that somebody chooses, and the links by mail with which that is done. */
@NullMarked
package org.unenrol.portal.credentials;

import org.jspecify.annotations.NullMarked;
