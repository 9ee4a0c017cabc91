package org.unenrol.notifier.reply;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.ledger.reply.ReplyOrder;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.ledger.upstream.RequestRows;
import org.unenrol.model.upstream.RequestReply;
import org.unenrol.wording.OutcomeMessages;

/** The rows of requests with what has become of them. */
final class SettledRequestRows {

    private static final int PAGE = 1_000;

    private final RequestRows requests;
    private final RowOutcomes outcomes;

    SettledRequestRows(RequestRows requests, RowOutcomes outcomes) {
        this.requests = requests;
        this.outcomes = outcomes;
    }

    /**
     * The answers about rows that are still to be published, in order, a page fetched at a time.
     */
    Iterator<RequestReply.RowSettled> of(ReplyOrder order) {
        return new Answers(order);
    }

    private final class Answers implements Iterator<RequestReply.RowSettled> {

        private final ReplyOrder order;
        private final UUID importId;
        private final OutcomeMessages messages;
        private final Iterator<RequestRow> rows;
        private Iterator<RecordedOutcome> page = List.<RecordedOutcome>of().iterator();
        private int row;

        Answers(ReplyOrder order) {
            this.order = order;
            this.importId = requireNonNull(order.importId());
            this.messages = OutcomeMessages.in(order.language());
            this.rows = requests.all(order.request(), () -> {});
            while (row < order.rowsThrough()) {
                rows.next();
                row++;
            }
        }

        @Override
        public boolean hasNext() {
            return row < order.rows();
        }

        @Override
        public RequestReply.RowSettled next() {
            if (!page.hasNext()) {
                page = outcomes.page(importId, row, PAGE).iterator();
            }
            RecordedOutcome outcome = page.next();
            RequestRow asked = rows.next();
            row++;
            return new RequestReply.RowSettled(
                    order.key().requestId(),
                    importId,
                    row - 1,
                    asked.username(),
                    asked.activityReference(),
                    outcome.code(),
                    outcome.details(),
                    outcome.sentence(messages),
                    asked.others());
        }
    }
}
