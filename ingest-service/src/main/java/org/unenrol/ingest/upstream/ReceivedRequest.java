package org.unenrol.ingest.upstream;

import org.unenrol.ledger.upstream.RequestRecord;

/** A record with the id of the request that it is of. */
record ReceivedRequest(String requestId, RequestRecord record) {}
