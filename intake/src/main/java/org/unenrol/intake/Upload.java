package org.unenrol.intake;

import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.unenrol.ledger.LearnerEmails;
import org.unenrol.ledger.Submitter;
import org.unenrol.model.Mode;

/**
 * A file as it comes in, with what the administrator wants done.
 *
 * @param fileName as the administrator's machine calls it; a path before it is dropped
 * @param charset what the request says the file is written in, or null to find out
 * @param learnerEmails the choice about emails to its learners
 */
public record Upload(
        InputStream content,
        String fileName,
        @Nullable Charset charset,
        Mode mode,
        Submitter submitter,
        @Nullable String idempotencyKey,
        LearnerEmails learnerEmails) {

    private static final int LONGEST_NAME = 200;

    public Upload {
        fileName = plain(fileName);
    }

    /** Makes one whose learners get emails as its rows say. */
    public Upload(
            InputStream content,
            String fileName,
            @Nullable Charset charset,
            Mode mode,
            Submitter submitter,
            @Nullable String idempotencyKey) {
        this(
                content,
                fileName,
                charset,
                mode,
                submitter,
                idempotencyKey,
                LearnerEmails.AS_ROWS_SAY);
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{C}", "").strip();
        if (printable.isEmpty()) {
            return "unenrolments.csv";
        }
        int end =
                printable.offsetByCodePoints(
                        0, Math.min(LONGEST_NAME, printable.codePointCount(0, printable.length())));
        return printable.substring(0, end);
    }
}
