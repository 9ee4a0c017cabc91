/**
 * The accounts of administrators, for Global administrators: who there is, and what each may do.
 */
@NullMarked
package org.unenrol.portal.accounts;

import org.jspecify.annotations.NullMarked;
