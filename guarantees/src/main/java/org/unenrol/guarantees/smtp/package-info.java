/** A mail server whose every answer can be set, and which keeps what it was given. */
@NullMarked
package org.unenrol.guarantees.smtp;

import org.jspecify.annotations.NullMarked;
