/** Wires the accounts into a service and migrates their schema before anything uses it. */
@NullMarked
package org.unenrol.account.setup;

import org.jspecify.annotations.NullMarked;
