/** The deliveries to webhook addresses, for Global administrators. */
@NullMarked
package org.unenrol.portal.webhook;

import org.jspecify.annotations.NullMarked;
