package org.unenrol.notifier.mail;

import java.util.List;
import org.unenrol.ledger.mail.QueuedMail;
import org.unenrol.wording.Messages;

/**
 * The words that a learner is told.
 *
 * @param text what has happened
 * @param activities of which, where they are several; empty where the text names the one
 * @param note what to know besides
 */
record LearnerText(
        String subject, String headline, String text, List<String> activities, String note) {

    static LearnerText of(QueuedMail mail, Messages messages) {
        String about =
                switch (mail.kind()) {
                    case LEARNER_UNENROLMENT -> "mail.learner.left.";
                    case LEARNER_PLACE_KEPT -> "mail.learner.kept.";
                    case LEARNER_PLACE_AGAIN -> "mail.learner.again.";
                    default -> throw new IllegalArgumentException("not to a learner: " + mail.id());
                };
        List<String> activities = activities(mail);
        if (activities.size() > 1) {
            return new LearnerText(
                    messages.text(about + "subject.several", activities.size()),
                    messages.text(about + "headline"),
                    messages.text(about + "text.several"),
                    activities,
                    messages.text(about + "note"));
        }
        return new LearnerText(
                messages.text(about + "subject", activities.get(0)),
                messages.text(about + "headline"),
                messages.text(about + "text", activities.get(0)),
                List.of(),
                messages.text(about + "note"));
    }

    /** The titles of what a mail tells of, each once, in the order of the rows. */
    static List<String> activities(QueuedMail mail) {
        return mail.told().stream()
                .map(QueuedMail.Told::activityTitle)
                .map(OneLine::of)
                .distinct()
                .toList();
    }
}
