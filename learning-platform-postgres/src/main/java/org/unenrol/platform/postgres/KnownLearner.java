package org.unenrol.platform.postgres;

import org.unenrol.platform.Learner;

/** A learner with the id that enrolments refer to. */
record KnownLearner(long id, Learner learner) {}
