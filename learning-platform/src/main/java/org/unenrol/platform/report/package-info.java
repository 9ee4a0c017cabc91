/**
 * The records of who was enrolled where, and what came of it: completion of courses and attendance
 * at sessions, with the enrolment beside it. Administrators see the items they manage, and no
 * others.
 */
@NullMarked
package org.unenrol.platform.report;

import org.jspecify.annotations.NullMarked;
