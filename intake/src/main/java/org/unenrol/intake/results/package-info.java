/** Results files on their way to an administrator, streamed and noted in the audit trail. */
@NullMarked
package org.unenrol.intake.results;

import org.jspecify.annotations.NullMarked;
