package org.unenrol.ingest.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.unenrol.csv.FileRow;
import org.unenrol.ledger.dispatch.DispatchOrder;
import org.unenrol.ledger.dispatch.DispatchProgress;
import org.unenrol.messaging.Message;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.RowId;
import org.unenrol.model.RowOutcome;

/** The dispatching of one import by the holder of its lease, turn by turn. For one thread. */
final class ImportDispatch implements AutoCloseable {

    private static final String NOT_PROCESSED =
            "Not processed: the import was cancelled before this row's turn. Import the row again if it"
                    + " is still wanted.";

    private final DispatchOrder order;
    private final UUID owner;
    private final DispatchParts parts;
    private final RowCommands commands;
    private final CreditWindow window;
    private int dispatched;
    private int received;

    ImportDispatch(DispatchOrder order, UUID owner, DispatchParts parts) throws IOException {
        this.order = order;
        this.owner = owner;
        this.parts = parts;
        this.commands = new RowCommands(order, parts.files());
        this.dispatched = order.dispatchedThrough();
        this.received = dispatched;
        this.window =
                new CreditWindow(
                        parts.settings().leastAhead(),
                        parts.settings().workAhead(),
                        received,
                        System.nanoTime());
        commands.skipThrough(dispatched);
    }

    UUID importId() {
        return order.importId();
    }

    /** Publishes as much as the window and one turn allow. */
    Turn take() throws IOException {
        int credit = window.credit(dispatched - received);
        int wanted = dispatched + Math.min(credit, parts.settings().turn());
        Optional<DispatchProgress> advanced =
                parts.leases().advance(order.importId(), owner, dispatched, wanted);
        if (advanced.isEmpty()) {
            return Turn.LOST;
        }
        DispatchProgress progress = advanced.get();
        received = Math.min(progress.received(), dispatched);
        window.observe(received, System.nanoTime());
        return act(progress);
    }

    private Turn act(DispatchProgress progress) throws IOException {
        if (progress.claimedThrough() > dispatched) {
            publishThrough(
                    Math.min(progress.claimedThrough(), dispatched + parts.settings().turn()));
            return Turn.WORKED;
        }
        if (progress.isDone(dispatched)) {
            return Turn.DONE;
        }
        if (dispatched >= progress.target()) {
            settleRest();
            return Turn.WORKED;
        }
        return Turn.WAITED;
    }

    private void publishThrough(int last) throws IOException {
        Map<Integer, Integer> duplicates =
                parts.duplicates().between(order.importId(), dispatched + 1, last);
        List<Message> messages = new ArrayList<>(last - dispatched);
        for (int row = dispatched + 1; row <= last; row++) {
            messages.add(Message.of(commands.command(commands.nextRow(), duplicates)));
        }
        parts.publisher().publish(messages);
        dispatched = last;
    }

    /** Gives every row beyond the target of a cancelled import its outcome. */
    private void settleRest() throws IOException {
        List<RowOutcome> rest = new ArrayList<>();
        for (int row = dispatched + 1; row <= order.rows(); row++) {
            FileRow left = commands.nextRow();
            rest.add(
                    RowOutcome.of(
                            new RowId(order.importId(), row),
                            left.line(),
                            OutcomeCode.NOT_PROCESSED,
                            NOT_PROCESSED));
            if (rest.size() == parts.settings().turn() || row == order.rows()) {
                parts.recorder().record(rest);
                rest.clear();
            }
        }
        parts.leases().restSettled(order.importId());
    }

    @Override
    public void close() throws IOException {
        commands.close();
    }

    /** What a turn has come to. */
    enum Turn {
        WORKED,
        /** The window is full: outcomes must come first. */
        WAITED,
        DONE,
        LOST
    }
}
