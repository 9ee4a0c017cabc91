/** The page of an import, where the link in the completion email leads. */
@NullMarked
package org.unenrol.ingest.page;

import org.jspecify.annotations.NullMarked;
