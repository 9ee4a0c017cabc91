package org.unenrol.portal.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.unenrol.csv.FileLimits;
import org.unenrol.csv.FileRow;
import org.unenrol.csv.UnenrolmentFile;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.file.StoredFiles;
import org.unenrol.ledger.outcome.RecordedOutcome;
import org.unenrol.ledger.outcome.RowOutcomes;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.EmailChoice;
import org.unenrol.model.OutcomeCode;
import org.unenrol.model.UsernameKey;

/**
 * Reads what a verification has found, file and outcomes side by side, to tell what applying it
 * would come to. A verified import never changes, so each is read once.
 */
@Component
class VerifiedRows {

    private static final int PAGE = 5_000;
    private static final int MOST_REMEMBERED = 1_000;

    private final StoredFiles files;
    private final RowOutcomes outcomes;
    private final Map<UUID, Removal> read = new ConcurrentHashMap<>();

    VerifiedRows(StoredFiles files, RowOutcomes outcomes) {
        this.files = files;
        this.outcomes = outcomes;
    }

    /** Needs a verified import whose file is still kept. */
    Removal removal(Import verified) throws IOException {
        Removal known = read.get(verified.id());
        if (known != null) {
            return known;
        }
        Removal removal = count(verified);
        if (read.size() >= MOST_REMEMBERED) {
            read.clear();
        }
        read.put(verified.id(), removal);
        return removal;
    }

    private Removal count(Import verified) throws IOException {
        DistinctCount learners = new DistinctCount();
        DistinctCount activities = new DistinctCount();
        int emails = 0;
        try (UnenrolmentFile file = open(verified)) {
            Iterator<RecordedOutcome> page = List.<RecordedOutcome>of().iterator();
            for (FileRow row = file.next(); row != null; row = file.next()) {
                if (!page.hasNext()) {
                    page = outcomes.page(verified.id(), row.row() - 1, PAGE).iterator();
                }
                OutcomeCode code = page.next().code();
                if (isReady(code)) {
                    learners.add(UsernameKey.of(Objects.requireNonNull(row.username())));
                    activities.add(
                            ActivityReference.of(Objects.requireNonNull(row.activityReference())));
                }
                emails += code.isSuccess() && row.sendEmail() == EmailChoice.YES ? 1 : 0;
            }
        }
        return new Removal(learners.count(), activities.count(), emails);
    }

    private UnenrolmentFile open(Import verified) throws IOException {
        return UnenrolmentFile.open(
                files.open(Objects.requireNonNull(verified.file().upload())),
                FileLimits.unlimited(),
                Charset.forName(verified.file().reading().charset()));
    }

    private static boolean isReady(OutcomeCode code) {
        return code == OutcomeCode.READY || code == OutcomeCode.READY_COMPLETION_KEPT;
    }
}
