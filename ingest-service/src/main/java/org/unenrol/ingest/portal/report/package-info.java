/** Reports: completion and attendance, by item and by learner, with the enrolment beside them. */
@NullMarked
package org.unenrol.ingest.portal.report;

import org.jspecify.annotations.NullMarked;
