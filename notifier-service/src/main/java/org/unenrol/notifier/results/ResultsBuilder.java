package org.unenrol.notifier.results;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unenrol.csv.RowSelection;
import org.unenrol.ledger.file.StoredFileWriter;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.ledger.results.ResultsOrder;
import org.unenrol.ledger.results.ResultsQueue;
import org.unenrol.ledger.results.ResultsText;

/** Builds results files, one at a time, from the stored upload and the recorded outcomes. */
@Component
class ResultsBuilder {

    private static final Logger log = LoggerFactory.getLogger(ResultsBuilder.class);

    private final ResultsQueue queue;
    private final StoredFiles files;
    private final ResultsText text;
    private final FinalOutcomes outcomes;

    ResultsBuilder(
            ResultsQueue queue, StoredFiles files, ResultsText text, FinalOutcomes outcomes) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.files = files;
        this.text = text;
    }

    /** Builds the next results file, if any is due, and ends its import. */
    boolean buildNext() throws IOException {
        UUID owner = UUID.randomUUID();
        Optional<ResultsOrder> order = queue.acquire(owner);
        if (order.isPresent() && outcomes.areReached(order.get(), owner)) {
            build(order.get(), owner);
        }
        return order.isPresent();
    }

    private void build(ResultsOrder order, UUID owner) throws IOException {
        StoredFileWriter results = files.create();
        boolean used = false;
        try {
            text.write(order, RowSelection.ALL, () -> renew(order.importId(), owner), results);
            results.close();
            used = queue.complete(order.importId(), results.id());
            log.info("importId={} rows={} results built", order.importId(), order.rows());
        } catch (DamagedImportException e) {
            log.error("importId={} {}", order.importId(), e.getMessage());
            queue.fail(order.importId(), e.damage());
        } finally {
            if (!used) {
                files.delete(results.id());
            }
        }
    }

    private void renew(UUID importId, UUID owner) {
        if (!queue.renew(importId, owner)) {
            throw new IllegalStateException("another instance builds the results of " + importId);
        }
    }
}
