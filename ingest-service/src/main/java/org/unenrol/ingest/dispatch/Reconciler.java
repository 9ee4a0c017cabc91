package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.unenrol.csv.FileRow;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.ReadingMark;
import org.unenrol.ledger.dispatch.StalledImport;
import org.unenrol.ledger.dispatch.StalledImports;
import org.unenrol.ledger.results.DamagedImportException;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.TopicReaders;
import org.unenrol.messaging.TopicReading;
import org.unenrol.model.Topics;

/**
 * Finds out which rows of stalled imports are lost, and publishes these again from the stored file.
 * A row is lost when it has no outcome although the workers have read past the place where it was
 * published, and whoever records outcomes has read past the place where the outcome would be.
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final String WORKERS = "unenrol-worker";
    private static final String RECORDERS = "notifier-service";

    private final StalledImports stalled;
    private final TopicReaders readers;
    private final DispatchParts parts;
    private final ImportFailure failure;

    Reconciler(
            StalledImports stalled,
            TopicReaders readers,
            DispatchParts parts,
            ImportFailure failure) {
        this.stalled = stalled;
        this.readers = readers;
        this.parts = parts;
        this.failure = failure;
    }

    /** Looks after every stalled import once. */
    void round() throws IOException {
        List<StalledImport> imports = stalled.all();
        if (imports.isEmpty()) {
            return;
        }
        // In this order: the outcomes of all that the workers have read are before the ends.
        TopicReading rows = readers.of(Topics.ROWS, WORKERS);
        TopicReading outcomes = readers.of(Topics.OUTCOMES, RECORDERS);
        for (StalledImport one : imports) {
            lookAfter(one, rows, outcomes);
        }
    }

    /** One that fails does not hold up the others. */
    private void lookAfter(StalledImport one, TopicReading rows, TopicReading outcomes)
            throws IOException {
        try {
            look(one, rows, outcomes);
        } catch (DamagedImportException e) {
            failure.end(one.order(), e);
        } catch (RuntimeException e) {
            log.error("importId={}: will be looked after again", one.order().importId(), e);
        }
    }

    private void look(StalledImport one, TopicReading rows, TopicReading outcomes)
            throws IOException {
        ReadingMark mark = one.mark();
        if (one.isPresumedLost()) {
            heal(one, one.order().dispatchedThrough());
        } else if (mark == null) {
            mark(one, Topics.ROWS, rows, one.order().dispatchedThrough());
        } else if (mark.topic().equals(Topics.ROWS)) {
            if (rows.hasPassed(mark.topicId(), mark.offsets())) {
                mark(one, Topics.OUTCOMES, outcomes, mark.through());
            }
        } else if (one.isDue() && outcomes.hasPassed(mark.topicId(), mark.offsets())) {
            heal(one, mark.through());
        }
    }

    private void mark(StalledImport one, String topic, TopicReading reading, int through) {
        stalled.mark(one, new ReadingMark(topic, reading.topicId(), reading.ends(), through));
    }

    private void heal(StalledImport one, int through) throws IOException {
        Optional<DispatchOrder> order = stalled.take(one);
        if (order.isPresent()) {
            heal(order.get(), stalled.missing(order.get(), through));
        }
    }

    private void heal(DispatchOrder order, BitSet missing) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        log.warn("importId={} missing={} published again", order.importId(), missing.cardinality());
        try (RowCommands commands = new RowCommands(order, parts)) {
            List<FileRow> batch = new ArrayList<>();
            for (int row = 1; row < missing.length(); row++) {
                FileRow read = commands.nextRow();
                if (missing.get(row)) {
                    batch.add(read);
                }
                if (batch.size() == parts.settings().turn()) {
                    publish(batch, commands);
                    batch.clear();
                }
            }
            publish(batch, commands);
        }
    }

    private void publish(List<FileRow> batch, RowCommands commands) {
        if (batch.isEmpty()) {
            return;
        }
        RowFacts facts = commands.facts(batch.get(0).row(), batch.get(batch.size() - 1).row());
        parts.publisher()
                .publish(
                        batch.stream()
                                .map(row -> Message.of(commands.command(row, facts)))
                                .toList());
    }
}
