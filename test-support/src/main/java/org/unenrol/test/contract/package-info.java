/** The description of the topics, as it is now and as it was in its first version. */
@NullMarked
package org.unenrol.test.contract;

import org.jspecify.annotations.NullMarked;
