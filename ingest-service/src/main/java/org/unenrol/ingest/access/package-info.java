/** Who may come in: portal accounts with an administrator's role, by HTTP Basic. */
@NullMarked
package org.unenrol.ingest.access;

import org.jspecify.annotations.NullMarked;
