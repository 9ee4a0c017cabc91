/** The REST API of a running system, as clients in any language see it. */
@NullMarked
package org.unenrol.test.api;

import org.jspecify.annotations.NullMarked;
