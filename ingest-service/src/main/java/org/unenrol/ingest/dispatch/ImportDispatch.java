package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.unenrol.csv.FileRow;
import org.unenrol.ledger.dispatch.DispatchClaim;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.DispatchProgress;
import org.unenrol.messaging.Message;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;

/** An import that is being dispatched by the holder of its lease. For one thread. */
final class ImportDispatch implements AutoCloseable {

    private final DispatchOrder order;
    private final DispatchParts parts;
    private final RowCommands commands;
    private final long heldSince = System.nanoTime();
    private DispatchProgress progress;
    private int read;
    private int dispatched;
    private List<Message> prepared = List.of();

    ImportDispatch(DispatchOrder order, DispatchProgress progress, DispatchParts parts)
            throws IOException {
        this.order = order;
        this.parts = parts;
        this.commands = new RowCommands(order, parts);
        this.dispatched = order.dispatchedThrough();
        this.progress = progress;
    }

    DispatchOrder order() {
        return order;
    }

    UUID importId() {
        return order.importId();
    }

    DispatchProgress progress() {
        return progress;
    }

    /** Takes what the ledger says now. */
    void note(DispatchProgress now) {
        progress = now;
    }

    long heldNanos() {
        return System.nanoTime() - heldSince;
    }

    /** Tells how many rows have to be passed over before the next one can be published. */
    int toSkip() {
        return dispatched - read;
    }

    boolean isReady() {
        return read >= dispatched;
    }

    /** Passes over some of the rows that have been published before. */
    void skip(int most) throws IOException {
        int rows = Math.min(most, toSkip());
        commands.skip(rows);
        read += rows;
    }

    /** Orders for the ledger when so many more rows may be published. */
    DispatchClaim claim(int credit) {
        int most = Math.min(credit, parts.settings().turn());
        return new DispatchClaim(importId(), dispatched, dispatched + most);
    }

    /** Tells whether the ledger knows of everything that has been published. */
    boolean isConfirmed() {
        return progress.dispatchedThrough() >= dispatched;
    }

    /** Reads the next rows of those that are claimed. */
    void prepare(int claimedThrough) throws IOException {
        int last = Math.min(claimedThrough, dispatched + parts.settings().turn());
        prepared = new ArrayList<>();
        if (last > dispatched) {
            RowFacts facts = commands.facts(dispatched + 1, last);
            while (read < last) {
                prepared.add(Message.of(commands.command(next(), facts)));
            }
        }
    }

    List<Message> prepared() {
        return prepared;
    }

    /** Notes that what was prepared is on the topic. */
    void published() {
        dispatched = read;
        prepared = List.of();
    }

    /** Tells whether nothing is left to do but to give rows beyond the target their outcome. */
    boolean isDownToTheRest() {
        return progress.restToSettle() && progress.dispatchedThrough() >= progress.target();
    }

    int rest() {
        return order.rows() - read;
    }

    /** The outcomes of some of the rows beyond the target of a cancelled import. */
    List<RowOutcome> nextOfRest(int most) throws IOException {
        List<RowOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < most && rest() > 0) {
            FileRow left = next();
            outcomes.add(
                    RowOutcome.of(
                                    new RowId(importId(), left.row()),
                                    left.line(),
                                    OutcomeCode.NOT_PROCESSED)
                            .with(left.content()));
        }
        return outcomes;
    }

    private FileRow next() throws IOException {
        FileRow row = commands.nextRow();
        read++;
        return row;
    }

    @Override
    public void close() throws IOException {
        commands.close();
    }
}
