package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unenrol.csv.FileRow;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.StalledImports;
import org.unenrol.messaging.Message;

/** Publishes the missing rows of stalled imports again, read from the stored file. */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final StalledImports stalled;
    private final DispatchParts parts;

    Reconciler(StalledImports stalled, DispatchParts parts) {
        this.stalled = stalled;
        this.parts = parts;
    }

    /** Heals one import. Returns whether there was one. */
    boolean healNext() throws IOException {
        Optional<DispatchOrder> order = stalled.next();
        if (order.isPresent()) {
            heal(order.get(), stalled.missing(order.get()));
        }
        return order.isPresent();
    }

    private void heal(DispatchOrder order, BitSet missing) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        log.warn("importId={} missing={} published again", order.importId(), missing.cardinality());
        try (RowCommands commands = new RowCommands(order, parts.files())) {
            List<FileRow> batch = new ArrayList<>();
            for (int row = 1; row < missing.length(); row++) {
                FileRow read = commands.nextRow();
                if (missing.get(row)) {
                    batch.add(read);
                }
                if (batch.size() == parts.settings().turn()) {
                    publish(order, batch, commands);
                    batch.clear();
                }
            }
            publish(order, batch, commands);
        }
    }

    private void publish(DispatchOrder order, List<FileRow> batch, RowCommands commands) {
        if (batch.isEmpty()) {
            return;
        }
        int first = batch.get(0).row();
        int last = batch.get(batch.size() - 1).row();
        Map<Integer, Integer> duplicates =
                parts.duplicates().between(order.importId(), first, last);
        parts.publisher()
                .publish(
                        batch.stream()
                                .map(row -> Message.of(commands.command(row, duplicates)))
                                .toList());
    }
}
