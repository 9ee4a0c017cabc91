package org.unenrol.notifier.mail;

import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.wording.Messages;

/**
 * The words that a learner is told.
 *
 * @param text what has happened
 * @param note what to know besides
 */
record LearnerText(String subject, String headline, String text, String note) {

    static LearnerText of(QueuedMail mail, Messages messages) {
        String title = mail.activityTitle() == null ? "" : OneLine.of(mail.activityTitle());
        String about =
                switch (mail.kind()) {
                    case LEARNER_UNENROLMENT -> "mail.learner.left.";
                    case LEARNER_PLACE_KEPT -> "mail.learner.kept.";
                    case LEARNER_PLACE_AGAIN -> "mail.learner.again.";
                    default -> throw new IllegalArgumentException("not to a learner: " + mail.id());
                };
        return new LearnerText(
                messages.text(about + "subject", title),
                messages.text(about + "headline"),
                messages.text(about + "text", title),
                messages.text(about + "note"));
    }
}
