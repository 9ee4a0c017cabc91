/** The second factors that people have in tests. */
@NullMarked
package org.unenrol.test.factor;

import org.jspecify.annotations.NullMarked;
