package org.unenrol.platform.postgres;

import org.unenrol.platform.Activity;

/** An activity with the id that enrolments refer to, and the area that permissions refer to. */
record KnownActivity(long id, Activity activity, String area) {}
