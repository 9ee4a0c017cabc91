package org.unenrol.ingest.upstream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.upstream.RequestRecord;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.RowsJson;
import org.unenrol.ledger.upstream.SourceRules;
import org.unenrol.model.Mode;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.model.upstream.RequestFault.Kind;
import tools.jackson.databind.JsonNode;

/** Reads records of requests. */
final class RequestReader {

    private static final String PREFIX = "org.unenrol.";
    private static final String SEND_EMAIL = "sendEmail";

    private final long mostBytes;

    /** Takes the most bytes of a record. */
    RequestReader(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Reads a record.
     *
     * @throws RefusedRecordException when it is not what the topic is for
     */
    ReceivedRequest read(ConsumerRecord<String, byte[]> received, SourceRules rules) {
        try {
            if (received.serializedValueSize() > mostBytes) {
                throw new RefusedRecordException(
                        RequestRefusal.of(RefusalReason.TOO_LARGE, mostBytes), null);
            }
            return read(ReceivedEvent.of(received), rules);
        } catch (RefusedRecordException e) {
            throw e.requestId() == null && RequestIds.isFit(received.key())
                    ? new RefusedRecordException(e.refusal(), received.key())
                    : e;
        }
    }

    private static ReceivedRequest read(ReceivedEvent event, SourceRules rules) {
        Members members = Members.of(event.data());
        String requestId = members.text("requestId");
        if (!RequestIds.isFit(requestId) && members.faults().isEmpty()) {
            members.note("requestId", Kind.WRONG_VALUE);
        }
        String known = members.faults().isEmpty() ? requestId : null;
        RequestRecord request = ofType(event.type(), members, known);
        if (!members.faults().isEmpty()) {
            throw new RefusedRecordException(RequestRefusal.malformed(members.faults()), known);
        }
        refuse(request, rules, known);
        return new ReceivedRequest(requestId, request);
    }

    private static RequestRecord ofType(String type, Members members, @Nullable String requestId) {
        return switch (type) {
            case PREFIX + "import.requested" ->
                    new RequestRecord.Whole(
                            mode(members), emails(members), RowsReader.read(members, null));
            case PREFIX + "import.opened" ->
                    new RequestRecord.Opened(mode(members), emails(members));
            case PREFIX + "import.rows" -> part(members);
            case PREFIX + "import.closed" ->
                    new RequestRecord.Closed(members.number("parts"), members.number("rows"));
            case PREFIX + "import.cancel-requested" -> new RequestRecord.Cancel();
            case PREFIX + "learner.left" -> left(members);
            default ->
                    throw new RefusedRecordException(
                            RequestRefusal.of(RefusalReason.UNKNOWN_TYPE, shortened(type)),
                            requestId);
        };
    }

    private static String shortened(String type) {
        return type.replaceAll("\\p{C}", "?").substring(0, Math.min(type.length(), 100));
    }

    private static RequestRecord part(Members members) {
        int part = members.number("part");
        return new RequestRecord.Part(part, RowsReader.read(members, part));
    }

    private static RequestRecord left(Members members) {
        String username = members.text("username");
        JsonNode sendEmail = members.object().get(SEND_EMAIL);
        if (sendEmail == null) {
            return new RequestRecord.LearnerLeft(username, "No");
        }
        members.checkTextOrBoolean(SEND_EMAIL);
        String cell = sendEmail.isString() ? sendEmail.stringValue() : "No";
        if (sendEmail.isString() && !cell.equals("Yes") && !cell.equals("No")) {
            members.note(SEND_EMAIL, Kind.WRONG_VALUE);
        }
        return new RequestRecord.LearnerLeft(
                username, sendEmail.isBoolean() && sendEmail.booleanValue() ? "Yes" : cell);
    }

    private static LearnerEmails emails(Members members) {
        return LearnerEmails.of(members.isTrue("learnerEmails", true));
    }

    private static Mode mode(Members members) {
        int faults = members.faults().size();
        String mode = members.text("mode");
        for (Mode one : List.of(Mode.VERIFY_ONLY, Mode.APPLY)) {
            if (one.name().equals(mode)) {
                return one;
            }
        }
        if (members.faults().size() == faults) {
            members.note("mode", Kind.WRONG_VALUE);
        }
        return Mode.VERIFY_ONLY;
    }

    private static void refuse(
            RequestRecord request, SourceRules rules, @Nullable String requestId) {
        Mode mode = modeOf(request);
        if (mode != null && !rules.modes().contains(mode)) {
            throw new RefusedRecordException(
                    RequestRefusal.of(RefusalReason.MODE_NOT_ALLOWED, mode.name()), requestId);
        }
        RowsJson rows = rowsOf(request);
        if (rows != null && rows.rows() == 0) {
            throw new RefusedRecordException(RequestRefusal.of(RefusalReason.NO_ROWS), requestId);
        }
    }

    private static @Nullable Mode modeOf(RequestRecord request) {
        if (request instanceof RequestRecord.Whole whole) {
            return whole.mode();
        }
        return request instanceof RequestRecord.Opened opened ? opened.mode() : null;
    }

    private static @Nullable RowsJson rowsOf(RequestRecord request) {
        if (request instanceof RequestRecord.Whole whole) {
            return whole.rows();
        }
        return request instanceof RequestRecord.Part part ? part.rows() : null;
    }
}
