/** The trail for services to import. */
@NullMarked
package org.unenrol.audit.setup;

import org.jspecify.annotations.NullMarked;
