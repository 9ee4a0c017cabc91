package org.unenrol.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.unenrol.ledger.Import;
import org.unenrol.wording.Messages;

/**
 * The time for which results can be read, for mails to tell.
 *
 * @param zone in which the portal shows times
 */
record ResultsKept(Duration kept, ZoneId zone) {

    /** A sentence; empty for an import without results. */
    String sentence(Import ended, Messages messages) {
        Instant end = ended.progress().completedAt();
        if (end == null || ended.progress().resultsFile() == null) {
            return "";
        }
        String date =
                DateTimeFormatter.ofPattern(
                                messages.text("portal.format.date"),
                                Locale.forLanguageTag(messages.text("portal.language")))
                        .withZone(zone)
                        .format(end.plus(kept));
        return messages.text("mail.import.kept", date);
    }
}
