package org.unenrol.ingest.dispatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.model.Mode;
import org.unenrol.platform.ImportFence;

/**
 * Ends imports whose stored file is damaged; rows of theirs that are under way end nothing more.
 */
@Component
class ImportFailure {

    private static final Logger log = LoggerFactory.getLogger(ImportFailure.class);

    private final ImportFence fence;
    private final ResultsQueue results;

    ImportFailure(ImportFence fence, ResultsQueue results) {
        this.fence = fence;
        this.results = results;
    }

    /** Ends an import, or leaves it as it is while rows of it are being settled. */
    void end(DispatchOrder order, DamagedImportException cause) {
        log.error("importId={} {}", order.importId(), cause.getMessage());
        if (order.mode() == Mode.VERIFY_ONLY || fence.close(order.importId()).isPresent()) {
            results.fail(order.importId(), cause.damage());
        }
    }
}
