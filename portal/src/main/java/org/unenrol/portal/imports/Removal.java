package org.unenrol.portal.imports;

/** The effect that applying a verified import would have. */
record Removal(int learners, int activities, int emails) {}
