package org.unenrol.platform.postgres;

import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;

/** A period that a row has ended, locked so that one row at a time gives it back. */
record EndedPeriod(long id, Known<Learner> learner, Known<Activity> activity) {}
