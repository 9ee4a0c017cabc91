package org.unenrol.portal.importing;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.intake.UploadSettings;
import org.unenrol.portal.Wording;
import org.unenrol.wording.FileMessages;

/** What the dialog says about the limits of files. */
@Component("importDialog")
class ImportDialog {

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024L;

    private final UploadSettings settings;
    private final Wording wording;

    ImportDialog(UploadSettings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    public long maxBytes() {
        return settings.maxSize().toBytes();
    }

    public String maxSize() {
        long bytes = maxBytes();
        return bytes % BYTES_PER_MEGABYTE == 0
                ? wording.number(bytes / BYTES_PER_MEGABYTE) + "MB"
                : wording.size(bytes);
    }

    public String maxRows() {
        return wording.count(settings.maxRows(), "row");
    }

    FormError error(RefusedFileException refused) {
        return FormError.of(
                refused,
                maxSize(),
                maxRows(),
                FileMessages.in(LocaleContextHolder.getLocale().toLanguageTag()));
    }

    FormError tooLarge() {
        return FormError.tooLarge(maxSize());
    }
}
