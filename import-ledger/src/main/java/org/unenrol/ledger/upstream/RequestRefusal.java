package org.unenrol.ledger.upstream;

import java.util.List;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.model.upstream.RequestFault;
import org.unenrol.model.upstream.RequestReply;
import org.unenrol.wording.Messages;

/**
 * The refusal of a request.
 *
 * @param arguments for the sentence of the reason
 */
public record RequestRefusal(
        RefusalReason reason, List<Object> arguments, List<RequestFault> faults) {

    private static final int MOST_FAULTS = 100;

    public static RequestRefusal of(RefusalReason reason, Object... arguments) {
        return new RequestRefusal(reason, List.of(arguments), List.of());
    }

    /** Refuses a record whose members are not as they should be. */
    public static RequestRefusal malformed(List<RequestFault> faults) {
        return new RequestRefusal(RefusalReason.MALFORMED, List.of(faults.size()), faults);
    }

    /**
     * The answer, in a language.
     *
     * @param variant tells several refusals of one request apart
     */
    RequestReply.Refused reply(String requestId, String language, String variant) {
        String sentence =
                Messages.in(language).text("request-refused." + reason, arguments.toArray());
        return new RequestReply.Refused(
                requestId,
                reason,
                sentence,
                faults.stream().limit(MOST_FAULTS).toList(),
                Math.max(0, faults.size() - MOST_FAULTS),
                variant);
    }
}
