package org.unenrol.ingest.dispatch;

import java.util.Map;
import org.unenrol.model.Meaning;

/**
 * Facts about some rows that are not in the file.
 *
 * @param duplicateOf row to the earlier row that counts
 * @param verifiedAs row to what it meant at the verification; empty where there was none
 */
record RowFacts(Map<Integer, Integer> duplicateOf, Map<Integer, Meaning> verifiedAs) {}
