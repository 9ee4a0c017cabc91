package org.unenrol.notifier.reply;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unenrol.ledger.reply.ReplyOrder;
import org.unenrol.ledger.reply.ReplyQueue;
import org.unenrol.messaging.Message;
import org.unenrol.messaging.MessagePublisher;
import org.unenrol.model.upstream.RequestReply;

/**
 * Publishes answers and marks them. After a crash in between they are published again, under the
 * same ids.
 */
final class ReplyDispatch {

    private static final Logger log = LoggerFactory.getLogger(ReplyDispatch.class);
    private static final int ORDERS = 100;
    private static final int MESSAGES = 1_000;

    private final ReplyQueue queue;
    private final SettledRequestRows rows;
    private final MessagePublisher publisher;

    ReplyDispatch(ReplyQueue queue, SettledRequestRows rows, MessagePublisher publisher) {
        this.queue = queue;
        this.rows = rows;
        this.publisher = publisher;
    }

    /**
     * Publishes the next answers, if there are any.
     *
     * @param mostRows leaves those about larger imports alone
     */
    boolean publishNext(int mostRows) {
        UUID owner = UUID.randomUUID();
        List<ReplyOrder> orders = queue.acquire(owner, mostRows, ORDERS);
        if (!orders.isEmpty()) {
            publish(orders, owner);
        }
        return !orders.isEmpty();
    }

    private void publish(List<ReplyOrder> orders, UUID owner) {
        List<Message> messages = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        for (ReplyOrder order : orders) {
            if (!order.answersRows() || addRows(order, owner, messages)) {
                messages.add(Message.of(reply(order), order.key().source()));
                done.add(order.id());
            }
        }
        publisher.publish(messages);
        queue.published(done, owner);
    }

    /** Adds the answers about rows; as they become many, they are published. */
    private boolean addRows(ReplyOrder order, UUID owner, List<Message> messages) {
        Iterator<RequestReply.RowSettled> settled = rows.of(order);
        while (settled.hasNext()) {
            RequestReply.RowSettled row = settled.next();
            messages.add(Message.of(row, order.key().source()));
            if (messages.size() >= MESSAGES) {
                publisher.publish(messages);
                messages.clear();
                if (!queue.advance(order.id(), owner, row.index() + 1)) {
                    log.info("importId={}: another instance answers", order.importId());
                    return false;
                }
            }
        }
        return true;
    }

    private static RequestReply reply(ReplyOrder order) {
        String requestId = order.key().requestId();
        return switch (order.type()) {
            case REFUSED -> requireNonNull(order.refusal());
            case ACCEPTED ->
                    new RequestReply.Accepted(
                            requestId,
                            requireNonNull(order.importId()),
                            requireNonNull(order.mode()),
                            order.rows());
            case COMPLETED -> ended(order, RequestReply.End.COMPLETED);
            case CANCELLED -> ended(order, RequestReply.End.CANCELLED);
            case FAILED -> ended(order, RequestReply.End.FAILED);
        };
    }

    private static RequestReply ended(ReplyOrder order, RequestReply.End end) {
        return new RequestReply.Ended(
                order.key().requestId(),
                requireNonNull(order.importId()),
                end,
                order.rows(),
                order.outcomes());
    }
}
