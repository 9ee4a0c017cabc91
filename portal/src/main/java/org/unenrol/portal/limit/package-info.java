/** Limits on what one account can have under way at a time, in the portal and by the API. */
@NullMarked
package org.unenrol.portal.limit;

import org.jspecify.annotations.NullMarked;
