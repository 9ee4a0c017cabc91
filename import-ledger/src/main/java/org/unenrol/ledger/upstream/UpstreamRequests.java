package org.unenrol.ledger.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.reply.RequestKey;
import org.unenrol.ledger.reply.RequestReplies;
import org.unenrol.ledger.upstream.RequestRecord.Closed;
import org.unenrol.ledger.upstream.RequestRecord.LearnerLeft;
import org.unenrol.ledger.upstream.RequestRecord.Opened;
import org.unenrol.ledger.upstream.RequestRecord.Part;
import org.unenrol.ledger.upstream.RequestRecord.Whole;
import org.unenrol.model.upstream.RefusalReason;

/**
 * Receives the records of requests, in any order and any number of times. Whatever is received is
 * durable; a request is refused whole, or becomes one import.
 */
public final class UpstreamRequests {

    private final TransactionOperations transaction;
    private final Imports imports;
    private final RequestTable table;
    private final RequestReplies replies;

    public UpstreamRequests(JdbcClient jdbc, TransactionOperations transaction, Imports imports) {
        this.transaction = transaction;
        this.imports = imports;
        this.table = new RequestTable(jdbc);
        this.replies = new RequestReplies(jdbc);
    }

    /**
     * Receives a record.
     *
     * @param position its place on the topic: a repeat from there is no new question
     * @return whether the request is whole by it
     */
    public boolean receive(
            RequestKey key, RequestRecord received, SourceRules rules, String position) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> take(key, received, rules, position)));
    }

    /**
     * Refuses a record that cannot be received: the request is refused, unless it was whole. One
     * that was refused before is answered again.
     */
    public void refuse(RequestKey key, RequestRefusal refusal, SourceRules rules, String position) {
        transaction.executeWithoutResult(
                status -> {
                    StoredRequest known = table.lock(key, rules);
                    switch (known.state()) {
                        case RECEIVING -> {
                            table.asked(known.id(), position);
                            refuse(known, refusal);
                        }
                        case REFUSED -> again(known, position);
                        case RECEIVED, ACCEPTED -> refuseRecord(known, refusal, position);
                    }
                });
    }

    /** Refuses requests whose records have stayed away for longer than the limit. */
    public int refuseUnfinished(Duration limit) {
        Integer refused =
                transaction.execute(
                        status -> {
                            table.forgetTheFuture();
                            var unfinished = table.lockUnfinished(limit);
                            unfinished.forEach(one -> refuse(one, incomplete(one, limit)));
                            return unfinished.size();
                        });
        return refused == null ? 0 : refused;
    }

    private RequestRefusal incomplete(StoredRequest one, Duration limit) {
        RequestTable.Received there = table.received(one.id());
        return RequestRefusal.of(
                RefusalReason.INCOMPLETE, limit.toMinutes(), there.partsThere(), there.parts());
    }

    private boolean take(
            RequestKey key, RequestRecord received, SourceRules rules, String position) {
        StoredRequest known = table.lock(key, rules);
        if (received instanceof RequestRecord.Cancel) {
            cancel(known, key.source(), rules, position);
            return false;
        }
        if (known.state() == RequestState.REFUSED) {
            askedAgain(known, received, position);
            return false;
        }
        if (contradicts(known, received)) {
            refuseOther(known, position);
            return false;
        }
        if (known.state() != RequestState.RECEIVING) {
            askedAgain(known, received, position);
            return false;
        }
        keep(known, received, rules, position);
        return isWhole(known, rules);
    }

    private boolean contradicts(StoredRequest known, RequestRecord received) {
        if (!known.agreesWith(received)) {
            return true;
        }
        if (received instanceof Part part) {
            return isOther(known, part.part(), part.rows());
        }
        return received instanceof Whole whole && isOther(known, 1, whole.rows());
    }

    /**
     * A part that has not come is missing in an unfinished request, and too many in a whole one.
     */
    private boolean isOther(StoredRequest known, int part, RowsJson rows) {
        return table.sha256Of(known.id(), part)
                .map(sha256 -> !sha256.equals(rows.sha256()))
                .orElse(known.state() != RequestState.RECEIVING);
    }

    /** Of a request that is not whole nobody can tell which of the two is meant. */
    private void refuseOther(StoredRequest known, String position) {
        if (known.state() == RequestState.RECEIVING) {
            refuse(known, RequestRefusal.of(RefusalReason.CONTRADICTED));
        } else {
            refuseRecord(known, RequestRefusal.of(RefusalReason.REQUEST_ID_REUSED), position);
        }
    }

    private void keep(
            StoredRequest known, RequestRecord received, SourceRules rules, String position) {
        table.state(known.id(), received, position);
        if (received instanceof Whole whole) {
            table.begin(known.id(), whole.mode(), whole.learnerEmails());
            table.close(known.id(), 1, whole.rows().rows());
            table.add(known.id(), 1, whole.rows());
        } else if (received instanceof Opened opened) {
            table.begin(known.id(), opened.mode(), opened.learnerEmails());
        } else if (received instanceof Part part) {
            table.add(known.id(), part.part(), part.rows());
        } else if (received instanceof Closed closed) {
            table.close(known.id(), closed.parts(), closed.rows());
        } else if (received instanceof LearnerLeft learner) {
            table.begin(known.id(), rules.leftMode(), LearnerEmails.AS_ROWS_SAY);
            table.left(known.id(), learner);
        }
    }

    private boolean isWhole(StoredRequest known, SourceRules rules) {
        RequestTable.Received there = table.received(known.id());
        Optional<RequestRefusal> refusal = refusalOf(there, rules);
        if (refusal.isPresent()) {
            refuse(known, refusal.get());
            return false;
        }
        boolean whole =
                there.endsKnown() && (there.learner() || there.partsThere() == there.parts());
        if (whole) {
            table.markReceived(known.id());
        }
        return whole;
    }

    private static Optional<RequestRefusal> refusalOf(
            RequestTable.Received there, SourceRules rules) {
        if (Math.max(there.rows(), there.rowsThere()) > rules.mostRows()) {
            return Optional.of(RequestRefusal.of(RefusalReason.TOO_MANY_ROWS, rules.mostRows()));
        }
        if (there.bytes() > rules.mostBytes()) {
            return Optional.of(RequestRefusal.of(RefusalReason.TOO_LARGE, rules.mostBytes()));
        }
        boolean closed = there.parts() > 0;
        boolean all = there.partsThere() == there.parts();
        boolean miscounted =
                there.lastPart() > there.parts()
                        || there.rowsThere() > there.rows()
                        || (all && there.rowsThere() != there.rows());
        return closed && miscounted
                ? Optional.of(
                        RequestRefusal.of(
                                RefusalReason.MISCOUNTED,
                                there.parts(),
                                there.rows(),
                                Math.max(there.partsThere(), there.lastPart()),
                                there.rowsThere()))
                : Optional.empty();
    }

    private void cancel(StoredRequest known, String source, SourceRules rules, String position) {
        UUID importId = known.importId();
        if (importId != null) {
            if (!imports.cancel(importId, rules.account(), source)) {
                again(known, position);
            }
        } else if (known.state() == RequestState.REFUSED) {
            again(known, position);
        } else {
            refuse(known, RequestRefusal.of(RefusalReason.CANCELLED));
        }
    }

    private void askedAgain(StoredRequest known, RequestRecord received, String position) {
        if (received.tail() != null) {
            again(known, position);
        }
    }

    /** Sends the same answers again, unless the same record has come again. */
    private void again(StoredRequest known, String position) {
        if (!position.equals(known.askedAt())) {
            table.asked(known.id(), position);
            replies.again(known.id());
        }
    }

    private void refuse(StoredRequest known, RequestRefusal refusal) {
        table.markRefused(known.id(), refusal.reason().name());
        replies.refused(known.id(), refusal.reply(known.requestId(), known.language(), ""));
    }

    /** Refuses one record of a request, which goes on as if it had not come. */
    private void refuseRecord(StoredRequest known, RequestRefusal refusal, String position) {
        String variant = RowsJson.sha256(position).substring(0, 16);
        replies.refused(known.id(), refusal.reply(known.requestId(), known.language(), variant));
    }
}
