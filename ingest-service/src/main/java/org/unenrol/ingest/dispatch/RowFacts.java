package org.unenrol.ingest.dispatch;

import java.util.Map;
import org.unenrol.model.Meaning;
import org.unenrol.model.RowId;

/**
 * Facts about some rows that are not in the file.
 *
 * @param duplicateOf row to the earlier row that counts
 * @param verifiedAs row to what it meant at the verification; empty where there was none
 * @param takesBack row to the row whose ending it takes back; empty in other modes
 */
record RowFacts(
        Map<Integer, Integer> duplicateOf,
        Map<Integer, Meaning> verifiedAs,
        Map<Integer, RowId> takesBack) {}
