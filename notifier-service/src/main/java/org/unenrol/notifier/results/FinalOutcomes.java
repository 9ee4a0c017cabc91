package org.unenrol.notifier.results;

import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.outcome.OutcomeRevision;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.model.Mode;
import org.unenrol.platform.ImportFence;

/**
 * Makes the outcomes of an import final: the platform ends nothing for it any more, and every
 * enrolment that it has ended has an outcome that says so.
 */
@Component
class FinalOutcomes {

    private static final Logger log = LoggerFactory.getLogger(FinalOutcomes.class);

    private final ImportFence fence;
    private final OutcomeRevision revision;

    FinalOutcomes(ImportFence fence, OutcomeRevision revision) {
        this.fence = fence;
        this.revision = revision;
    }

    /**
     * Closes the import on the platform.
     *
     * @return false where rows are still under way, and it is to be tried again later; and where
     *     outcomes contradicted the platform: they have been taken back, and the import goes on
     *     until their rows have been answered again
     */
    boolean areReached(ResultsOrder order, UUID owner) {
        if (order.mode() == Mode.VERIFY_ONLY) {
            return true;
        }
        OptionalInt ended = fence.close(order.importId());
        if (ended.isEmpty()) {
            log.info("importId={}: waits for rows that are under way", order.importId());
            return false;
        }
        return agree(order.importId(), owner, ended.getAsInt());
    }

    private boolean agree(UUID importId, UUID owner, int ended) {
        int told = revision.endings(importId);
        if (ended == told) {
            return true;
        }
        int takenBack = revision.takeBack(importId, owner, fence.endedRows(importId));
        log.warn(
                "importId={} ended={} told={} outcomes taken back={}",
                importId,
                ended,
                told,
                takenBack);
        return takenBack == 0;
    }
}
