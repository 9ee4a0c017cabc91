package org.unenrol.ledger.reply;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Mode;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.upstream.RequestReply;

/**
 * An answer that is to be published.
 *
 * @param request the ledger's id of the request
 * @param refusal the answer itself where it is one; null otherwise
 * @param importId null where it is a refusal
 * @param rowsThrough as far as rows were answered before; none are to be answered from {@code rows}
 *     on
 * @param answersRows tells whether rows are to be answered before
 * @param language of the sentences, a tag of BCP 47
 */
public record ReplyOrder(
        long id,
        UUID request,
        RequestKey key,
        Type type,
        RequestReply.@Nullable Refused refusal,
        @Nullable UUID importId,
        @Nullable Mode mode,
        int rows,
        Map<OutcomeCode, Integer> outcomes,
        int rowsThrough,
        boolean answersRows,
        String language) {

    /** The kinds of answers. The names are stored. */
    public enum Type {
        ACCEPTED,
        REFUSED,
        COMPLETED,
        CANCELLED,
        FAILED
    }
}
