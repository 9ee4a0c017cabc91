/** Programs as processes of their own. */
@NullMarked
package org.unenrol.test.process;

import org.jspecify.annotations.NullMarked;
