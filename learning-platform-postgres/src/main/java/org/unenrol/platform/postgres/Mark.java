package org.unenrol.platform.postgres;

import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;

/** The mark that a row has left: whose enrolment in what it has ended. */
record Mark(Known<Learner> learner, Known<Activity> activity) {}
