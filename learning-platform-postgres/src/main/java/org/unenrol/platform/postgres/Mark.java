package org.unenrol.platform.postgres;

/** The mark that a row has left: whose enrolment in what it has ended. */
record Mark(KnownLearner learner, KnownActivity activity) {}
