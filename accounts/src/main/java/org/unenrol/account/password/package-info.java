/** The rules for passwords, in one place for everybody who sets one. */
@NullMarked
package org.unenrol.account.password;

import org.jspecify.annotations.NullMarked;
