/** The page on which administrators look after their own account. */
@NullMarked
package org.unenrol.portal.own;

import org.jspecify.annotations.NullMarked;
