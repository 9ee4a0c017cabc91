/** Answers to the requests of upstream systems, as they stand on their topics. Public API. */
@NullMarked
package org.unenrol.model.upstream;

import org.jspecify.annotations.NullMarked;
