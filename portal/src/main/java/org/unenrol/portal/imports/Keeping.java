package org.unenrol.portal.imports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.retention.RetentionSettings;
import org.unenrol.portal.Wording;

/** Sentences about how long what is of an import is kept, or since when it is not. */
@Component("keeping")
public class Keeping {

    private final RetentionSettings settings;
    private final Wording wording;

    Keeping(RetentionSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    /** Of the results of an import; null where it has none. */
    public @Nullable String results(Import known) {
        Instant ended = known.progress().completedAt();
        Instant deleted = known.progress().deleted().results();
        if (ended != null && known.progress().resultsFile() != null) {
            return wording.text(
                    "portal.import.results-kept", wording.date(ended.plus(settings.results())));
        }
        return ended == null || deleted == null
                ? null
                : wording.text(
                        "portal.import.results-deleted",
                        wording.date(deleted),
                        Duration.between(ended, deleted).toDays());
    }

    /** Of what is applied now, as long as all is kept that taking it back needs. */
    public String takeBack() {
        Duration kept =
                settings.uploads().compareTo(settings.outcomes()) < 0
                        ? settings.uploads()
                        : settings.outcomes();
        return wording.text("portal.apply.take-back-until", wording.date(Instant.now().plus(kept)));
    }

    /** Of the emails of an import; null while they are kept. */
    public @Nullable String mails(Import known) {
        Instant deleted = known.progress().deleted().mails();
        return deleted == null
                ? null
                : wording.text("portal.import.mails-deleted", wording.date(deleted));
    }
}
