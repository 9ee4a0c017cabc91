package org.unenrol.ingest.upstream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.unenrol.ledger.upstream.RequestRefusal;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.ledger.upstream.RowsJson;
import org.unenrol.model.upstream.RefusalReason;
import org.unenrol.platform.OpenEnrolments;

/** The rows for a learner who has left: one for each open enrolment. */
final class LearnerRows {

    private final ObjectProvider<OpenEnrolments> platform;

    LearnerRows(ObjectProvider<OpenEnrolments> platform) {
        this.platform = platform;
    }

    /**
     * Finds the rows as they are at this moment.
     *
     * @throws RefusedRecordException when there are none
     */
    RowsJson of(String username, String sendEmail, String requestId) {
        OpenEnrolments enrolments = platform.getIfAvailable();
        if (enrolments == null) {
            throw refused(RequestRefusal.of(RefusalReason.NOT_SUPPORTED), requestId);
        }
        Optional<List<String>> references = enrolments.referencesOf(username);
        if (references.isEmpty()) {
            throw refused(
                    RequestRefusal.of(RefusalReason.USERNAME_NOT_RECOGNISED, username), requestId);
        }
        if (references.get().isEmpty()) {
            throw refused(RequestRefusal.of(RefusalReason.NOTHING_TO_END, username), requestId);
        }
        List<Map<String, String>> rows =
                references.get().stream()
                        .map(
                                reference ->
                                        Map.of(
                                                RequestRow.USERNAME, username,
                                                RequestRow.REFERENCE, reference,
                                                RequestRow.SEND_EMAIL, sendEmail))
                        .toList();
        return new RowsJson(RequestRow.EXACT.writeValueAsBytes(rows), rows.size(), List.of());
    }

    private static RefusedRecordException refused(RequestRefusal refusal, String requestId) {
        return new RefusedRecordException(refusal, requestId);
    }
}
