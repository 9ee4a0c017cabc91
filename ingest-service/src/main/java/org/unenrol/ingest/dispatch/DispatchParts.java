package org.unenrol.ingest.dispatch;

import org.springframework.stereotype.Component;
import org.unenrol.ledger.dispatch.DispatchLeases;
import org.unenrol.ledger.dispatch.Duplicates;
import org.unenrol.ledger.dispatch.Meanings;
import org.unenrol.ledger.dispatch.OriginRows;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.outcome.OutcomeRecorder;
import org.unenrol.messaging.MessagePublisher;

/** The parts that the dispatching of an import works with. */
@Component
record DispatchParts(
        DispatchSettings settings,
        StoredFiles files,
        DispatchLeases leases,
        Duplicates duplicates,
        Meanings meanings,
        OriginRows origins,
        OutcomeRecorder recorder,
        MessagePublisher publisher) {}
