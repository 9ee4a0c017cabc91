/** The audit trail, for Global administrators: looked through, and exported. */
@NullMarked
package org.unenrol.portal.audit;

import org.jspecify.annotations.NullMarked;
