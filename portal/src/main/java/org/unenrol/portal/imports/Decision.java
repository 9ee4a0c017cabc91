package org.unenrol.portal.imports;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.Application;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Submitter;
import org.unenrol.portal.credentials.FormProblem;

/**
 * The form of the page before a real run.
 *
 * @param number of learners, as it was typed; null where it was not asked for
 * @param reason what the run is for
 * @param withoutEmails true: no learner is mailed, whatever the rows say
 */
record Decision(@Nullable String number, @Nullable String reason, @Nullable Boolean withoutEmails) {

    /**
     * Finds what keeps the run from beginning.
     *
     * @param learners whose number has to be typed; null where it does not
     */
    Optional<FormProblem> problem(@Nullable Integer learners, boolean reasonRequired) {
        if (learners != null && !isTyped(learners)) {
            return Optional.of(FormProblem.of("number", "portal.apply.type-again", learners));
        }
        String words = reason == null ? "" : reason.strip();
        if (reasonRequired && words.isEmpty()) {
            return Optional.of(FormProblem.of("reason", "portal.apply.reason-missing"));
        }
        return words.length() > Application.LONGEST_REASON
                ? Optional.of(
                        FormProblem.of(
                                "reason",
                                "portal.apply.reason-too-long",
                                Application.LONGEST_REASON))
                : Optional.empty();
    }

    /** As people write numbers: with spaces, points, commas or apostrophes between the digits. */
    private boolean isTyped(int learners) {
        return number != null
                && number.replaceAll("[\\s\\p{Z}.,'\u2019]", "").equals(String.valueOf(learners));
    }

    /** By a key of its own: two presses at the same moment begin one import. */
    Application application(UUID verification, Submitter submitter) {
        return Application.by(submitter)
                .withKey("portal: apply " + verification)
                .because(reason)
                .with(Boolean.TRUE.equals(withoutEmails) ? LearnerEmails.NONE : null);
    }
}
