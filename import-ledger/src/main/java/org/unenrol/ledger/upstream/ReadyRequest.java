package org.unenrol.ledger.upstream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.model.Mode;

/**
 * A request that is whole and is to become an import.
 *
 * @param username of a learner who has left, whose open enrolments are the rows; null otherwise
 * @param sendEmail the cell of each of those rows; null otherwise
 * @param learnerEmails the choice about emails of the whole request
 * @param language of the sentences in answers, a tag of BCP 47
 */
public record ReadyRequest(
        UUID id,
        String source,
        String requestId,
        Mode mode,
        @Nullable Integer rows,
        @Nullable String username,
        @Nullable String sendEmail,
        LearnerEmails learnerEmails,
        String language) {}
