/** The page on which Global administrators have a person's data erased. */
@NullMarked
package org.unenrol.portal.erasure;

import org.jspecify.annotations.NullMarked;
