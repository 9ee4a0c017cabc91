/** Reports: completion and attendance, by item and by learner, with the enrolment beside them. */
@NullMarked
package org.unenrol.portal.report;

import org.jspecify.annotations.NullMarked;
