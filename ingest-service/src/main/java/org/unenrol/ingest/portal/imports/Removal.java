package org.unenrol.ingest.portal.imports;

/** What applying a verified import would come to. */
record Removal(int learners, int activities, int emails) {}
