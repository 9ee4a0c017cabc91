/** The browser that tests of pages use. */
@NullMarked
package org.unenrol.test.browser;

import org.jspecify.annotations.NullMarked;
