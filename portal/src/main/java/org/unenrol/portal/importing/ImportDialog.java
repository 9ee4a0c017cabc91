package org.unenrol.portal.importing;

import org.springframework.stereotype.Component;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.intake.UploadSettings;
import org.unenrol.portal.Wording;

/** The limits of files, as the dialog tells them. */
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
                ? wording.text("portal.whole-megabytes", bytes / BYTES_PER_MEGABYTE)
                : wording.size(bytes);
    }

    public int maxRows() {
        return settings.maxRows();
    }

    FormError error(RefusedFileException refused) {
        return FormError.of(refused, maxSize(), maxRows());
    }

    FormError tooLarge() {
        return FormError.tooLarge(maxSize());
    }
}
