package org.unenrol.portal.imports;

/** What applying a verified import would come to. */
record Removal(int learners, int activities, int emails) {}
